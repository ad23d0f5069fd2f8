import { expect, test } from 'vitest'
import { isAlone, isPlain, linkBy, reachable } from '../../renderer/session/invite/servers.ts'
import { addressOf, originOf } from '../../renderer/session/originOf.ts'
import { roomId } from '../../shared/session/ids.ts'
import { invitationIn } from '../../shared/session/invite.ts'

test('which addresses lead nowhere for others, and which are plain', () => {
  expect(['http://127.0.0.1:4242', 'http://localhost:1', 'http://[::1]:1'].map(isAlone)).toEqual([
    true,
    true,
    true,
  ])
  expect(isAlone('http://192.168.1.5:4242')).toBe(false)
  expect(isPlain('http://192.168.1.5:4242')).toBe(true)
  expect(isPlain('https://sessions.example.org')).toBe(false)
  expect(isPlain('http://127.0.0.1:4242')).toBe(false)
})

test('the chosen address comes first in the link, the others stay in it', () => {
  const servers = ['http://192.168.1.5:4242', 'http://10.0.0.7:4242']
  const link = linkBy(
    { v: 1, room: roomId.parse('r'.repeat(22)), secret: 's'.repeat(22), servers, role: 'viewer' },
    'http://10.0.0.7:4242',
  )
  expect(link.startsWith('http://10.0.0.7:4242/#')).toBe(true)
  expect(invitationIn(link)?.servers).toEqual(servers.toReversed())
})

test('addresses as they are typed and said', () => {
  expect(originOf(' 192.168.1.5:4242/ ')).toBe('http://192.168.1.5:4242')
  expect(originOf('wss://example.org')).toBe('https://example.org')
  expect(originOf('[fe80::1]:4242')).toBe('http://[fe80::1]:4242')
  for (const none of ['', 'two words', 'http://', 'http://a/b', 'ftp://a', 'a:123456', 'http://user@a'])
    expect(originOf(none)).toBeUndefined()
  expect(addressOf('http://192.168.1.5:4242')).toBe('192.168.1.5:4242')
})

test('nobody is led to their own computer, unless there is nowhere else', () => {
  const here = 'http://127.0.0.1:4242'
  const out = 'http://10.0.0.7:4242'
  expect(reachable([here, out])).toEqual([out])
  expect(reachable([here])).toEqual([here])
  const invitation = {
    v: 1,
    room: roomId.parse('r'.repeat(22)),
    secret: 's'.repeat(22),
    role: 'viewer',
  } as const
  expect(invitationIn(linkBy({ ...invitation, servers: [out, here] }, out))?.servers).toEqual([out])
})
