import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Certificate, Chain } from '../../shared/session/certificate.ts'
import {
  certify,
  laterPolicy,
  provenBy,
  roleUnder,
  signPolicy,
  validPolicy,
} from '../../shared/session/certify.ts'
import { identityOf, newSecretKey, personOf } from '../../shared/session/identity.ts'
import type { Policy } from '../../shared/session/policy.ts'
import { ROLES } from '../../shared/session/role.ts'
import { testRoom } from '../support/sessionPeople.ts'

const room = testRoom()
const facilitator = room.person('facilitator')
const hostOnly = room.person('participant', { host: true })
const participant = room.person('participant')
const guest = room.admittedBy(facilitator, 'viewer', { name: '  Zoë  ', kind: 'phone' })

test('a chain proves whom it names', () => {
  expect(provenBy(guest.chain, room.room, undefined)).toEqual({
    person: guest.identity.person,
    role: 'viewer',
    certificate: guest.chain[0],
  })
  expect(guest.chain[0].name).toBe('Zoë')
  for (const role of ROLES) expect(provenBy(room.person(role).chain, room.room, undefined)?.role).toBe(role)
})

describe('who may admit whom', () => {
  test.each([
    ['a facilitator', facilitator, 'facilitator', true, true],
    ['a facilitator', facilitator, 'participant', false, true],
    ['a host', hostOnly, 'participant', false, true],
    ['a host', hostOnly, 'viewer', false, true],
    ['a host', hostOnly, 'facilitator', false, false],
    ['a host', hostOnly, 'participant', true, false],
    ['a participant', participant, 'viewer', false, false],
    ['a guest', guest, 'viewer', false, false],
  ] as const)('%s %#', (_, issuer, role, host, proves) => {
    const { chain } = room.admittedBy(issuer, role, { host })
    expect(provenBy(chain, room.room, undefined) !== undefined).toBe(proves)
  })
})

test('a policy changes roles, and takes away what removed people had and gave', () => {
  const roles = room.policy({
    roles: [
      [guest.identity.person, 'participant'],
      [facilitator.identity.person, 'participant'],
    ],
  })
  // Who is no facilitator any more admits nobody either.
  expect(provenBy(guest.chain, room.room, roles)).toBe(undefined)
  expect(provenBy(facilitator.chain, room.room, roles)?.role).toBe('participant')
  expect(roleUnder(roles, guest.identity.person, 'viewer')).toBe('participant')
  for (const removed of [guest, facilitator])
    expect(provenBy(guest.chain, room.room, room.policy({ removed: [removed.identity.person] }))).toBe(
      undefined,
    )
  expect(provenBy(guest.chain, room.room, room.policy({ removed: [hostOnly.identity.person] }))?.role).toBe(
    'viewer',
  )
})

test('whatever is changed in a certificate, it proves nobody', () => {
  const other = testRoom()
  const changes: Partial<Certificate>[] = [
    { role: 'facilitator' },
    { host: true },
    { name: 'Eve' },
    { color: 5 },
    { at: 1 },
    { kind: 'desktop' },
    { key: participant.identity.key },
    { room: other.room },
    { by: room.key.key },
    { by: participant.identity.key },
    { signature: participant.chain[0].signature },
    { signature: `A${guest.chain[0].signature.slice(1)}` },
  ]
  for (const change of changes) {
    const chain: Chain = [{ ...guest.chain[0], ...change }, facilitator.chain[0]]
    expect(provenBy(chain, room.room, undefined)).toBe(undefined)
  }
  for (const change of [{ name: 'Eve' }, { host: true }, { key: participant.identity.key }]) {
    const chain: Chain = [guest.chain[0], { ...facilitator.chain[0], ...change }]
    expect(provenBy(chain, room.room, undefined)).toBe(undefined)
  }
  expect(provenBy(guest.chain, other.room, undefined)).toBe(undefined)
  expect(provenBy([guest.chain[0]], room.room, undefined)).toBe(undefined)
  expect(provenBy([guest.chain[0], participant.chain[0]], room.room, undefined)).toBe(undefined)
  expect(provenBy([...guest.chain, facilitator.chain[0]], room.room, undefined)).toBe(undefined)
})

test('nonsense proves nobody and throws nothing', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (given) => {
      expect(provenBy(given, room.room, undefined)).toBe(undefined)
      expect(validPolicy(given, room.room, [], undefined)).toBe(undefined)
    }),
  )
  for (const key of ['', '=', 'A'.repeat(44), '_'.repeat(44)])
    expect(provenBy([{ ...guest.chain[0], key, by: key }], room.room, undefined)).toBe(undefined)
})

test('a policy counts if the room or a facilitator signed it', () => {
  const byRoom = room.policy()
  const byFacilitator = room.policy({ seq: 1 }, facilitator.identity)
  expect(validPolicy(byRoom, room.room, [], undefined)).toEqual(byRoom)
  expect(validPolicy(byFacilitator, room.room, [], byRoom)).toBe(undefined)
  expect(validPolicy(byFacilitator, room.room, [guest.chain, facilitator.chain], byRoom)).toEqual(
    byFacilitator,
  )
  for (const issuer of [hostOnly, participant, guest])
    expect(validPolicy(room.policy({ seq: 2 }, issuer.identity), room.room, [issuer.chain], undefined)).toBe(
      undefined,
    )
  // Those who were removed, or are facilitators no more, say nothing.
  for (const now of [
    room.policy({ removed: [facilitator.identity.person] }),
    room.policy({ roles: [[facilitator.identity.person, 'viewer']] }),
  ])
    expect(validPolicy(byFacilitator, room.room, [facilitator.chain], now)).toBe(undefined)
})

test('whatever is changed in a policy, it counts no more', () => {
  const policy = room.policy({ seq: 3 })
  const changes: Partial<Policy>[] = [
    { seq: 4 },
    { epoch: 1 },
    { locked: true },
    { removed: [guest.identity.person] },
    { roles: [[guest.identity.person, 'facilitator']] },
    { room: testRoom().room },
    { by: facilitator.identity.key },
  ]
  for (const change of changes)
    expect(validPolicy({ ...policy, ...change }, room.room, [facilitator.chain], undefined)).toBe(undefined)
  const elsewhere = testRoom()
  expect(validPolicy(elsewhere.policy(), room.room, [], undefined)).toBe(undefined)
  // A certificate is no policy: what is signed says what it is.
  const key = identityOf(newSecretKey())
  const certificate = certify(room.key, { ...participant.chain[0], key: key.key })
  expect(validPolicy({ ...policy, signature: certificate.signature }, room.room, [], undefined)).toBe(
    undefined,
  )
})

test('of several policies all peers come to the same, in whatever order they hear of them', () => {
  const all = [0, 1, 1, 2, 2, 2].map((seq, i) => room.policy({ seq, epoch: i }))
  const last = (order: readonly Policy[]): Policy | undefined =>
    order.reduce<Policy | undefined>((now, next) => laterPolicy(now, next), undefined)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
      expect(last(order)).toBe(last(all))
    }),
  )
  expect(last(all)?.seq).toBe(2)
})

test('persons are who they are by their key alone', () => {
  const secret = newSecretKey()
  expect(identityOf(secret).person).toBe(identityOf(secret).person)
  expect(personOf(identityOf(secret).key)).toBe(identityOf(secret).person)
  expect(identityOf(newSecretKey()).person).not.toBe(identityOf(secret).person)
  expect(() => identityOf('not a key')).toThrow('secret key')
  const [a, b] = [identityOf(newSecretKey()), identityOf(newSecretKey())]
  expect(a.agree(b.key)).toEqual(b.agree(a.key))
  expect(() => a.agree('A'.repeat(44))).toThrow()
  expect(signPolicy(a, { ...room.policy() }).by).toBe(a.key)
})

test('looking at the same certificates again costs next to nothing', () => {
  const many = Array.from({ length: 20 }, () => room.admittedBy(facilitator, 'participant').chain)
  const took = (policy: Policy): number => {
    const before = performance.now()
    for (const chain of many) expect(provenBy(chain, room.room, policy)).toBeDefined()
    return performance.now() - before
  }
  const first = took(room.policy())
  const again = Math.min(...[1, 2, 3].map((seq) => took(room.policy({ seq }))))
  expect(again).toBeLessThan(first / 4)
})
