import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBase64 } from 'lib0/buffer'
import { createEncoder, toUint8Array, writeAny, writeVarString, writeVarUint8Array } from 'lib0/encoding'
import { meshNames, signallingKey } from '../../../renderer/sync/mesh/meshKeys.ts'
import { openSignal, sealSignal, type Signal } from '../../../renderer/sync/mesh/sealedSignal.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import { randomText } from '../../../shared/session/seal.ts'

const room = randomText(16) as RoomId
const key = await signallingKey('password', room)
const announce: Signal = { type: 'announce', from: 'a' }

/** Anything at all, sealed as who knows the secret could. */
async function sealed(content: unknown, algorithm = 'AES-GCM'): Promise<string> {
  const inner = createEncoder()
  writeAny(inner, content as Parameters<typeof writeAny>[1])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const cipher = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    key,
    new Uint8Array(toUint8Array(inner)),
  )
  const outer = createEncoder()
  writeVarString(outer, algorithm)
  writeVarUint8Array(outer, iv)
  writeVarUint8Array(outer, new Uint8Array(cipher))
  return toBase64(toUint8Array(outer))
}

test('what was sealed is read with the same key only', async () => {
  const data = await sealSignal(announce, key)
  expect(await openSignal(data, key)).toEqual(announce)
  expect(await openSignal(data, await signallingKey('other', room))).toBeUndefined()
  expect(await openSignal(data, await signallingKey('password', 'another room'))).toBeUndefined()
})

test('garbage, and sense of the wrong kind, is nothing and throws nothing', async () => {
  const nonsense = [
    null,
    5,
    { type: 'announce' },
    { type: 'announce', from: 'x'.repeat(65) },
    { type: 'signal', from: 'a', to: 'b', token: 'late', signal: { type: 'offer', sdp: 'v=0' } },
    { type: 'signal', from: 'a', to: 'b', token: 1 },
    { type: 'signal', from: 'a', to: 'b', token: 1, signal: { type: 'renegotiate', renegotiate: true } },
    { type: 'signal', from: 'a', to: 'b', token: 1, signal: { type: 'offer', sdp: 'x'.repeat(50_000) } },
  ]
  for (const each of nonsense) expect(await openSignal(await sealed(each), key)).toBeUndefined()
  expect(await openSignal(await sealed(announce), key)).toEqual(announce)
  expect(await openSignal(await sealed(announce, 'ROT-13'), key)).toBeUndefined()
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (data) => {
      expect(await openSignal(data, key)).toBeUndefined()
    }),
  )
})

test('topic and password follow from the room and the secret, and say nothing about it', () => {
  const secret = randomText(32)
  const names = meshNames(room, secret)
  expect(meshNames(room, secret)).toEqual(names)
  expect(names.topic.startsWith(`${room}/`)).toBe(true)
  expect(names.topic.length).toBeLessThanOrEqual(128)
  expect(names.topic).not.toContain(names.password)
  const next = meshNames(room, randomText(32))
  expect(next.topic).not.toBe(names.topic)
  expect(next.password).not.toBe(names.password)
})
