import { expect, test } from 'vitest'
import type { RoomId } from '../../shared/session/ids.ts'
import { isOwnerToken, ownerToken } from '../../shared/session/ownerToken.ts'
import { randomText } from '../../shared/session/seal.ts'

const KEY = 'a key of a server'
const NOW = 1_700_000_000_000
const room = randomText(16) as RoomId
const token = ownerToken(KEY, room, NOW)

test('a token opens the room that it was made for, at that server, for a day', () => {
  expect(isOwnerToken(KEY, room, token, NOW)).toBe(true)
  expect(isOwnerToken(KEY, room, token, NOW + 86_399_000)).toBe(true)
  expect(isOwnerToken(KEY, room, token, NOW + 86_400_000)).toBe(false)
  expect(isOwnerToken(KEY, randomText(16) as RoomId, token, NOW)).toBe(false)
  expect(isOwnerToken('another key', room, token, NOW)).toBe(false)
})

test('a token with anything else in it is none', () => {
  expect(
    isOwnerToken(
      KEY,
      room,
      token.replace(/\.\d+\./, (old) => `.${Number(old.slice(1, -1)) + 1}.`),
      NOW,
    ),
  ).toBe(false)
  for (let i = 0; i < token.length; i++) {
    const other = `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`
    expect([other, isOwnerToken(KEY, room, other, NOW)]).toEqual([other, false])
  }
  for (const each of [
    '',
    'o',
    'o.',
    'o..',
    `${token} `,
    ` ${token}`,
    token.slice(0, -1),
    `${token}A`,
    'o.1e9.x',
  ])
    expect([each, isOwnerToken(KEY, room, each, NOW)]).toEqual([each, false])
})
