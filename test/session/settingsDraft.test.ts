import { expect, test } from 'vitest'
import { draftOf, readDraft } from '../../renderer/session/setup/settingsDraft.ts'

const empty = draftOf({})

test('nothing typed is nothing set', () => {
  expect(readDraft(empty)).toEqual({ settings: {}, problems: {} })
})

test('what is kept comes back as it was typed', () => {
  const settings = {
    server: 'https://sessions.example.org',
    serverKey: 'k',
    stun: ['stun:a.example.org:3478', 'stun:b.example.org'],
    turn: [{ urls: 'turn:t.example.org:3478?transport=tcp', username: 'u', credential: 'p' }],
    relayOnly: true,
    engine: 'wss://collab.example.org',
  }
  expect(readDraft(draftOf(settings))).toEqual({ settings, problems: {} })
})

test('addresses are completed', () => {
  const draft = {
    ...empty,
    server: 'sessions.example.org/',
    stun: 'a.example.org:3478',
    turn: 't.example.org',
    engine: 'c.example.org/',
  }
  expect(readDraft(draft).settings).toEqual({
    server: 'https://sessions.example.org',
    stun: ['stun:a.example.org:3478'],
    turn: [{ urls: 'turn:t.example.org' }],
    engine: 'wss://c.example.org',
  })
})

test('each fault is said at its field, and nothing is set', () => {
  const draft = {
    ...empty,
    server: 'https://sessions.example.org/path',
    stun: 'http://a',
    turn: 'turn:a?transport=sctp',
    engine: 'http://x',
    relayOnly: false,
  }
  expect(readDraft(draft, ['server', 'engine'])).toEqual({
    settings: undefined,
    problems: { server: 'server', serverKey: 'keyMissing', stun: 'stun', turn: 'turn', engine: 'engine' },
  })
  expect(readDraft(empty, ['server', 'engine']).problems).toEqual({
    server: 'serverMissing',
    serverKey: 'keyMissing',
    engine: 'engineMissing',
  })
  expect(readDraft({ ...empty, relayOnly: true }).problems).toEqual({ relayOnly: 'relayOnly' })
  expect(readDraft({ ...empty, turn: 't', turnName: 'u' }).problems).toEqual({ turnSecret: 'turnSecret' })
  expect(readDraft({ ...empty, stun: 'a b c d e' }).problems).toEqual({ stun: 'stun' })
})
