import { randomBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '../../shared/session/canonical.ts'
import { roomId } from '../../shared/session/ids.ts'
import type { Invitation } from '../../shared/session/invitation.ts'
import { invitationIn, linkOf, newWords, secretBytes, secretOfWords } from '../../shared/session/invite.ts'
import { ROLES } from '../../shared/session/role.ts'
import { hashOfToken, keyFor, randomText, seal, tokenOf, unseal } from '../../shared/session/seal.ts'
import { WORDS } from '../../shared/session/words.ts'
import { fromBase64url, toBase64url } from '../../shared/util/base64url.ts'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

test('bytes are written in base64url as everywhere, in one way only', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const written = toBase64url(bytes)
      expect(written).toBe(Buffer.from(bytes).toString('base64url'))
      expect(Buffer.from(fromBase64url(written) ?? [])).toEqual(Buffer.from(bytes))
    }),
  )
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40, unit: fc.constantFrom('A', 'Q', '_', '-', 'B', '=', '+', 'é') }),
      (given) => {
        const bytes = fromBase64url(given)
        if (bytes) expect(toBase64url(bytes)).toBe(given)
        else expect(Buffer.from(given, 'base64url').toString('base64url')).not.toBe(given)
      },
    ),
  )
})

test('canonical JSON depends on the value alone, and says the same as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const parsed: unknown = JSON.parse(text(canonical(value)))
      // -0 is 0 in JSON.
      expect(parsed).toEqual(JSON.parse(JSON.stringify(value)))
      expect(text(canonical(turned(value)))).toBe(text(canonical(value)))
      expect(text(canonical(parsed))).toBe(text(canonical(value)))
    }),
  )
  expect(text(canonical({ b: [1, { d: 'ž', c: null }], a: undefined }))).toBe('{"b":[1,{"c":null,"d":"ž"}]}')
})

/** The same with the keys of all objects the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, turned(each)]),
  )
}

test('what is sealed opens with the same key and context, and in no other way', () => {
  const key = keyFor(randomBytes(16), 'test')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (message, at) => {
      const context = Uint8Array.of(1, 2)
      const sealed = seal(key, message, context)
      expect(Buffer.from(unseal(key, sealed, context) ?? [255])).toEqual(Buffer.from(message))
      const place = at % sealed.length
      expect(unseal(key, sealed.with(place, (sealed[place] ?? 0) ^ 1), context)).toBe(undefined)
      expect(unseal(key, sealed.slice(0, place), context)).toBe(undefined)
      expect(unseal(key, sealed)).toBe(undefined)
      expect(unseal(keyFor(key, 'test'), sealed, context)).toBe(undefined)
    }),
    { numRuns: 50 },
  )
  expect(seal(key, new Uint8Array(3))).not.toEqual(seal(key, new Uint8Array(3)))
})

test('keys and tokens say what they are for', () => {
  const secret = secretBytes(randomText(16))
  expect(keyFor(secret, 'door')).not.toEqual(keyFor(secret, 'door answer'))
  expect(keyFor(secret, 'door')).toEqual(keyFor(secret, 'door'))
  const token = tokenOf(secret)
  expect(token).toHaveLength(43)
  expect(hashOfToken(token)).toHaveLength(43)
  expect(hashOfToken(token)).not.toBe(token)
  expect(() => secretBytes('no secret!')).toThrow('secret')
})

const invitation: fc.Arbitrary<Invitation> = fc.record({
  v: fc.constant(1 as const),
  room: fc.constant(roomId.parse(randomText(16))),
  secret: fc.constant(randomText(16)),
  servers: fc.array(
    fc.constantFrom(
      'http://192.168.1.5:4242',
      'https://sessions.example.org',
      'http://[fe80::1]:80',
      'https://a.https-b.example',
      'http://10.0.0.1:1/way',
    ),
    { minLength: 1, maxLength: 4 },
  ),
  role: fc.constantFrom(...ROLES),
  engine: fc.option(fc.constant(true as const), { nil: undefined }),
})

test('an invitation survives as a link, also within other words', () => {
  fc.assert(
    fc.property(
      invitation,
      fc.constantFrom('', 'Join us: ', 'یک '),
      fc.constantFrom('', '\nSee you!'),
      (given, before, after) => {
        // The first server is an origin: links are to its page.
        const [first = ''] = given.servers
        const origin = { ...given, servers: [first.replace(/\/way$/, ''), ...given.servers.slice(1)] }
        expect(invitationIn(`${before}${linkOf(origin)}${after}`)).toEqual(origin)
      },
    ),
  )
})

test('what is no invitation is none, and throws nothing', () => {
  const good = linkOf({
    v: 1,
    room: roomId.parse(randomText(16)),
    secret: randomText(16),
    servers: ['http://10.0.0.1:4242', 'https://b.example'],
    role: 'viewer',
  })
  expect(invitationIn(good)).toBeDefined()
  for (const broken of [
    '',
    'http://10.0.0.1:4242/',
    good.replace('#1.', '#3.'),
    good.replace('http:', 'ftp:'),
    good.replace(/\.2\./, '.7.'),
    `${good}.https%3A%2F%2F%E0%A4%A`,
    good.slice(0, 40),
    `${good}.https%3A.https%3A.https%3A.https%3A`,
  ])
    expect(invitationIn(broken)).toBe(undefined)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (tail) => {
      expect(() => invitationIn(good + tail)).not.toThrow()
      expect(() => invitationIn(`http://a/#1.${tail}`)).not.toThrow()
    }),
  )
})

test('a very long text is searched for an invitation quickly', () => {
  const before = performance.now()
  expect(invitationIn('http://'.repeat(5000) + 'a'.repeat(20_000))).toBe(undefined)
  expect(performance.now() - before).toBeLessThan(500)
})

test('four words stand for one secret in one room, however they are typed', () => {
  const words = newWords(randomBytes(8))
  expect(words.split(' ')).toHaveLength(4)
  const room = randomText(16)
  const secret = secretOfWords(words, room)
  expect(secret).toHaveLength(22)
  expect(secretOfWords(` ${words.toUpperCase().replaceAll(' ', '-')} `, room)).toBe(secret)
  expect(secretOfWords(words, randomText(16))).not.toBe(secret)
  const [first = '', ...rest] = words.split(' ')
  const other = WORDS.find((word) => word !== first) ?? ''
  expect(secretOfWords([other, ...rest].join(' '), room)).not.toBe(secret)
  for (const wrong of ['', rest.join(' '), `${words} ${first}`, `xylophon ${rest.join(' ')}`])
    expect(secretOfWords(wrong, room)).toBe(undefined)
})

test('words are drawn evenly', () => {
  expect(2 ** 16 % WORDS.length).toBe(0)
  expect(new Set(WORDS).size).toBe(2048)
})
