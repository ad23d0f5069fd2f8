import { expect, test } from 'vitest'
import type { Lane, Link } from '../../shared/session/link.ts'
import type { Policy } from '../../shared/session/policy.ts'
import type { Role } from '../../shared/session/role.ts'
import { openPair, type LinkPair } from '../support/linkPair.ts'
import { testRoom } from '../support/sessionPeople.ts'

type ByteLane = Exclude<Lane, 'control'>

/** A facilitator, and somebody who sends to them. */
function facing(role: Role): LinkPair & { readonly ends: unknown[]; readonly got: number[] } {
  const room = testRoom()
  // Ends with names need no encryption: that is not what is measured here.
  const pair = openPair({
    room,
    people: [room.person('facilitator'), room.person(role)],
    pipes: { binding: ['a', 'b'] },
  })
  const ends: unknown[] = []
  const got: number[] = []
  pair.links[0].onEnd = (why) => ends.push(why)
  pair.links[0].onBytes = (_, message) => got.push(message.length)
  return { ...pair, ends, got }
}

/** Sends at a rate for some seconds, whatever the sender's own link thinks of it. */
function sendFor(
  { clock, links: [, sender] }: LinkPair,
  { lane, size, perSecond, seconds }: { lane: ByteLane; size: number; perSecond: number; seconds: number },
): void {
  for (let i = 0; i < perSecond * seconds; i++) {
    sender.sendBytes(lane, new Uint8Array(size))
    clock.advance(1000 / perSecond)
  }
}

test('somebody who draws, types and votes as fast as people do stays below what they may send', () => {
  const pair = facing('participant')
  const rounds: readonly (readonly [Lane, number])[] = [
    ['presence', 400],
    ['doc', 300],
  ]
  for (let i = 0; i < 60 * 20; i++) {
    for (const [lane, size] of rounds) pair.links[1].sendBytes(lane as ByteLane, new Uint8Array(size))
    pair.clock.advance(50)
  }
  expect(pair.ends).toEqual([])
  expect(pair.got).toHaveLength(2 * 60 * 20)
  expect(pair.links[0].counts.dropped).toBe(0)
})

test('a line that hung for 3 s and lets everything go at once is no flood', () => {
  const pair = facing('participant')
  for (let round = 0; round < 5; round++) {
    pair.pair.hold()
    for (let i = 0; i < 60; i++) {
      pair.links[1].sendBytes('presence', new Uint8Array(400))
      pair.links[1].sendBytes('doc', new Uint8Array(300))
      pair.clock.advance(50)
    }
    pair.pair.release()
    pair.clock.advance(5000)
  }
  expect(pair.ends).toEqual([])
  expect(pair.got).toHaveLength(2 * 5 * 60)
})

test('an honest sender of much goes only as fast as it may', () => {
  const took = (role: Role, mebibytes: number): number => {
    const { clock, links, got, ends } = facing(role)
    const began = clock.now()
    for (let sent = 0; sent < mebibytes; sent++) links[1].sendBytes('bulk', new Uint8Array(2 ** 20))
    expect(clock.until(() => got.length === mebibytes, 60_000)).toBe(true)
    expect(ends).toEqual([])
    return clock.now() - began
  }
  // 0.8 of 4 MiB a second, five seconds of which may come at once.
  expect(took('participant', 16)).toBeLessThan(100)
  expect(took('participant', 24)).toBeGreaterThan(2000)
  expect(took('participant', 24)).toBeLessThan(3000)
  expect(took('facilitator', 24)).toBeLessThan(100)
})

test('presence that comes too fast is dropped, and far too fast ends the link', () => {
  const pair = facing('participant')
  sendFor(pair, { lane: 'presence', size: 100, perSecond: 100, seconds: 20 })
  expect(pair.ends).toEqual([])
  expect(pair.got.length).toBeLessThan(30 * 20 + 160)
  expect(pair.links[0].counts.dropped).toBeGreaterThan(1000)
  sendFor(pair, { lane: 'presence', size: 100, perSecond: 500, seconds: 10 })
  expect(pair.ends).toEqual(['flooded'])
})

/** Somebody whose link keeps to no rate: as if they were a facilitator by their own policy; or by the receiver's, too. */
function flooding(believed = false): LinkPair & { readonly ends: unknown[] } {
  const room = testRoom()
  const people = [room.person('facilitator'), room.person('participant')] as const
  const own = room.policy({ roles: [[people[1].identity.person, 'facilitator']] })
  const pair = openPair({
    room,
    people,
    pipes: { binding: ['a', 'b'] },
    ends: [believed ? { policy: () => own } : {}, { policy: () => own }],
  })
  const ends: unknown[] = []
  pair.links[0].onEnd = (why) => ends.push(why)
  return { ...pair, ends }
}

const FLOODS = [
  ['frames', { lane: 'doc', size: 10, perSecond: 300, seconds: 10 }, 'flooded'],
  ['bytes', { lane: 'doc', size: 100_000, perSecond: 20, seconds: 10 }, 'flooded'],
  ['short frames of the bulk lane', { lane: 'bulk', size: 10, perSecond: 300, seconds: 10 }, 'flooded'],
  ['bulk', { lane: 'bulk', size: 2 ** 20, perSecond: 12, seconds: 10 }, 'flooded'],
  ['a message that is too long', { lane: 'doc', size: 300_000, perSecond: 1, seconds: 1 }, 'broken'],
  ['a long presence', { lane: 'presence', size: 20_000, perSecond: 1, seconds: 1 }, 'broken'],
] as const

test.each(FLOODS)('whoever keeps to no rate is cut off: %s', (_, rate, why) => {
  const pair = flooding()
  sendFor(pair, rate)
  expect(pair.ends).toEqual([why])
})

test('a receiver that looks at no rate would be seen not to cut them off', () => {
  for (const [, rate] of FLOODS) {
    const pair = flooding(true)
    sendFor(pair, rate)
    expect(pair.ends).toEqual([])
  }
})

test('whoever loses a role while they send much has time to hear of it', () => {
  const room = testRoom()
  const people = [room.person('facilitator'), room.person('facilitator')] as const
  let here: Policy | undefined
  let there: Policy | undefined
  const pair = openPair({
    room,
    people,
    pipes: { binding: ['a', 'b'] },
    ends: [{ policy: () => here }, { policy: () => there }],
  })
  const ends: unknown[] = []
  pair.links[0].onEnd = (why) => ends.push(why)
  const send = (link: Link, seconds: number): void => {
    for (let i = 0; i < seconds * 20; i++) {
      if (link.queued('doc') === 0) link.sendBytes('doc', new Uint8Array(100_000))
      pair.clock.advance(50)
    }
  }
  send(pair.links[1], 2)
  here = room.policy({ roles: [[people[1].identity.person, 'participant']] })
  send(pair.links[1], 3)
  there = here
  send(pair.links[1], 30)
  expect(ends).toEqual([])
  // Whoever does not want to hear is cut off.
  there = undefined
  send(pair.links[1], 20)
  expect(ends).toEqual(['flooded'])
})
