import { createEncoder, toUint8Array, writeVarString, writeVarUint, type Encoder } from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fingerprintsIn } from '../../../renderer/sync/mesh/rtcPipe.ts'
import { readWord, wordOf } from '../../../renderer/sync/mesh/words.ts'

const doc = new Y.Doc()
doc.getMap('notes').set('a', 1)
const update = new Uint8Array(Y.encodeStateAsUpdate(doc))

function said(type: number, write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, type)
  write(encoder)
  return toUint8Array(encoder)
}

test('what y-protocols writes is read: questions, updates and awareness', () => {
  expect(readWord(said(0, (encoder) => writeSyncStep1(encoder, doc)))).toEqual({ kind: 'step1' })
  expect(readWord(said(0, (encoder) => writeUpdate(encoder, update)))).toEqual({ kind: 'update', update })
  const awareness = new Awareness(doc)
  const states = new Uint8Array(encodeAwarenessUpdate(awareness, [doc.clientID]))
  expect(readWord(new Uint8Array(wordOf('awareness', states)))).toEqual({ kind: 'awareness', update: states })
  awareness.destroy()
})

test('whole documents, questions about awareness and talk among tabs go nowhere', () => {
  expect(readWord(said(0, (encoder) => writeSyncStep2(encoder, doc)))).toBeUndefined()
  expect(readWord(said(3, () => undefined))).toBeUndefined()
  expect(readWord(said(4, (encoder) => writeVarString(encoder, 'tab')))).toBeUndefined()
})

test('an update is given to y-webrtc in the form in which a peer says it', () => {
  expect(new Uint8Array(wordOf('update', update))).toEqual(said(0, (encoder) => writeUpdate(encoder, update)))
})

test('all fingerprints of a description count, in whatever order and case', () => {
  const line = (value: string): string => `a=fingerprint:sha-256 ${value}\r\n`
  expect(fingerprintsIn(`v=0\r\n${line('aa:bb')}`)).toBe('SHA-256 AA:BB')
  expect(fingerprintsIn(line('cc:dd') + line('AA:BB') + line('aa:bb'))).toBe('SHA-256 AA:BB,SHA-256 CC:DD')
  expect(fingerprintsIn('v=0')).toBe('')
  expect(fingerprintsIn(undefined)).toBe('')
})
