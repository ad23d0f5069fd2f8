import { describe, expect, test } from 'vitest'
import type { ControlMessage } from '../../shared/session/controlMessage.ts'
import type { Lane } from '../../shared/session/link.ts'
import type { Policy } from '../../shared/session/policy.ts'
import { linkPair, openPair } from '../support/linkPair.ts'
import { testRoom } from '../support/sessionPeople.ts'
import { virtualClock } from '../support/virtualClock.ts'

const bytes = (length: number, seed = 1): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + seed) % 251)

test('two members know each other and talk', () => {
  const { links, clock, people } = linkPair({ pipes: { latency: 20 } })
  const opened: unknown[] = []
  const heard: unknown[] = []
  links[0].onOpen = ({ person, role }) => opened.push([person, role])
  links[1].onOpen = ({ person, role }) => opened.push([person, role])
  links[1].onMessage = (message) => heard.push(message)
  links[1].onBytes = (lane, message) => heard.push([lane, message.length])
  expect(() => links[0].send({ kind: 'focus', step: null })).toThrow('not open')
  clock.advance(50)
  expect(opened).toEqual([
    [people[1].identity.person, 'participant'],
    [people[0].identity.person, 'facilitator'],
  ])
  links[0].send({ kind: 'focus', step: null })
  links[0].sendBytes('doc', bytes(100_000))
  links[0].sendBytes('bulk', bytes(0))
  clock.advance(100)
  expect(heard).toEqual([{ kind: 'focus', step: null }, ['doc', 100_000], ['bulk', 0]])
  expect(links[0].roundTrip()).toBe(40)
  expect(links[0].heardAt()).toBeGreaterThan(60)
})

test('what is urgent passes what is long', () => {
  const { links, clock } = openPair({ pipes: { bandwidth: 1_000_000 } })
  const heard: Lane[] = []
  links[1].onBytes = (lane) => heard.push(lane)
  links[1].onMessage = () => heard.push('control')
  links[0].sendBytes('bulk', bytes(5_000_000))
  links[0].sendBytes('doc', bytes(300_000))
  clock.advance(200)
  links[0].sendBytes('presence', bytes(200))
  links[0].send({ kind: 'focus', step: null })
  const asked = clock.now()
  expect(clock.until(() => heard.includes('presence'), 1000)).toBe(true)
  // No more than what waits in the pipe is before it: 96 KiB and a frame at 1 MB/s.
  expect(clock.now() - asked).toBeLessThan(120)
  clock.advance(10_000)
  expect(heard.toSorted()).toEqual(['bulk', 'control', 'doc', 'presence'])
  expect(heard.slice(2)).toEqual(['doc', 'bulk'])
})

test('the newest presence about somebody is enough', () => {
  const { links, clock } = openPair({ pipes: { bandwidth: 1_000_000 } })
  const heard: number[] = []
  links[1].onBytes = (lane, message) => {
    if (lane === 'presence') heard.push(message[0] ?? -1)
  }
  links[0].sendBytes('bulk', bytes(500_000))
  for (let i = 0; i < 20; i++) links[0].sendBytes('presence', bytes(200, i), i % 2 === 0 ? 'ana' : 'ben')
  expect(links[0].queued('presence')).toBe(400)
  clock.advance(2000)
  expect(heard).toEqual([18, 19])
})

test('a lane that waited says when it has room', () => {
  const { links, clock } = openPair({ pipes: { bandwidth: 1_000_000 } })
  const drained: Lane[] = []
  links[0].onDrain = (lane) => drained.push(lane)
  links[0].sendBytes('doc', bytes(1000))
  expect(links[0].queued('doc')).toBe(0)
  links[0].sendBytes('doc', bytes(200_000))
  links[0].sendBytes('bulk', bytes(1000))
  expect(links[0].queued('doc')).toBeGreaterThan(90_000)
  clock.advance(1000)
  expect(drained).toEqual(['doc', 'bulk'])
})

test('how much of a long message has arrived is told', () => {
  const { links, clock } = openPair()
  const told: number[] = []
  links[1].onProgress = (_, have, of) => told.push(have / of)
  links[0].sendBytes('doc', bytes(64 * 1024))
  clock.advance(100)
  expect(told).toEqual([0.25, 0.5, 0.75])
})

test('what the other side would not take is not sent', () => {
  const faults: unknown[] = []
  const { links, clock } = openPair({ ends: [{}, { onFault: (error) => faults.push(error) }] })
  links[1].sendBytes('doc', bytes(256 * 1024 + 1))
  clock.advance(100)
  expect(faults).toHaveLength(1)
  expect(links.map(({ state }) => state)).toEqual(['open', 'open'])
})

test('a link ends on both sides, with a reason', () => {
  for (const why of ['closed', 'misbehaved'] as const) {
    const { links, clock } = openPair()
    const ends: unknown[] = []
    for (const link of links) link.onEnd = (told) => ends.push(told)
    links[0].close(why)
    links[0].close()
    clock.advance(100)
    expect(ends).toEqual([why, why])
    links[1].send({ kind: 'focus', step: null })
    let late: unknown
    const [, link] = links
    link.onEnd = undefined
    link.onEnd = (told) => (late = told)
    expect(late).toBe(why)
  }
})

test('a pipe that is gone ends the link once', () => {
  const { links, pair } = openPair()
  const ends: string[] = []
  links[0].onEnd = (why) => ends.push(why)
  const [near] = pair.ends
  near.send = () => {
    throw new Error('gone')
  }
  links[0].send({ kind: 'focus', step: null })
  links[0].close('misbehaved')
  expect(ends).toEqual(['closed'])

  const other = openPair()
  other.links[0].onEnd = (why) => ends.push(why)
  other.pair.ends[0].send = near.send
  other.links[0].close('misbehaved')
  expect(ends).toEqual(['closed', 'closed'])
})

test('what was said is heard before the end, however much else is on its way', () => {
  const { links, clock } = openPair({ pipes: { bandwidth: 1_000_000 } })
  const heard: string[] = []
  links[1].onMessage = ({ kind }) => heard.push(kind)
  links[1].onEnd = (why) => heard.push(why)
  links[0].sendBytes('doc', bytes(5_000_000))
  clock.advance(50)
  links[0].send({ kind: 'bye', why: 'ended' })
  links[0].close()
  clock.advance(1000)
  expect(heard).toEqual(['bye', 'closed'])
})

test('who is gone is noticed after 4 s, and not because this side slept', () => {
  const gone = openPair()
  const ends: unknown[] = []
  for (const link of gone.links) link.onEnd = (why) => ends.push(why)
  gone.clock.advance(60_000)
  expect(ends).toEqual([])
  gone.pair.hold()
  gone.clock.advance(3900)
  expect(ends).toEqual([])
  gone.clock.advance(1300)
  expect(ends).toEqual(['silent', 'silent'])

  // A laptop that was shut for a while: its timers run before it reads what came.
  let asleep = 0
  const clock = virtualClock()
  const sleepy = { after: clock.after, now: () => clock.now() + asleep }
  const { links } = openPair({ clock, ends: [{ clock: sleepy }, {}] })
  clock.advance(5000)
  asleep = 30_000
  clock.advance(5000)
  expect(links.map(({ state }) => state)).toEqual(['open', 'open'])
})

test('a role that changes holds at once, and whoever is removed is out', () => {
  const room = testRoom()
  let policy: Policy | undefined
  const { links, clock, people } = openPair({ room, ends: [{ policy: () => policy }, {}] })
  const ends: unknown[] = []
  links[1].onEnd = (why) => ends.push(why)
  const { person } = people[1].identity
  policy = room.policy({ roles: [[person, 'viewer']] })
  expect(links[0].peer?.role).toBe('viewer')
  policy = room.policy({ seq: 1, removed: [person] })
  links[0].recheck()
  clock.advance(100)
  expect(ends).toEqual(['refused'])
  expect(links[0].peer?.person).toBe(person)

  const other = openPair({ room, ends: [{ policy: () => policy }, {}] })
  policy = room.policy({ seq: 2, removed: [other.people[1].identity.person] })
  other.clock.advance(1100)
  expect(other.links.map(({ state }) => state)).toEqual(['closed', 'closed'])
})

test('kinds that are not known are passed over; what is malformed counts', () => {
  const { links, clock } = openPair()
  const heard: unknown[] = []
  links[1].onMessage = ({ kind }) => heard.push(kind)
  const say = (message: unknown): void => {
    links[0].send(message as ControlMessage)
    clock.advance(10)
  }
  say({ kind: 'from the future', more: [1, 2] })
  say({ kind: 'focus', step: null, __proto__: { x: 1 } })
  expect(links[1].counts).toMatchObject({ ignored: 1, strikes: 0 })
  say({ kind: 'focus' })
  say('nonsense')
  expect(links[1]).toMatchObject({ state: 'open', counts: { strikes: 2 } })
  say({ kind: { toString: null } })
  expect(links[1].state).toBe('closed')
  expect(heard).toEqual(['focus'])
})

test('what fails in the app is reported and does not get past the link', () => {
  const faults: unknown[] = []
  const { links, clock } = openPair({ ends: [{}, { onFault: (error) => faults.push(error) }] })
  links[1].onBytes = () => {
    throw new RangeError('nonsense')
  }
  for (let i = 0; i < 5; i++) links[0].sendBytes('doc', bytes(10))
  clock.advance(100)
  expect(faults).toHaveLength(3)
  expect(links.map(({ state }) => state)).toEqual(['closed', 'closed'])
})

describe('packets that were touched on the way end the link, and nothing of them is delivered', () => {
  type Touch = (
    packets: Uint8Array<ArrayBuffer>[],
    packet: Uint8Array<ArrayBuffer>,
  ) => Uint8Array<ArrayBuffer>[]
  const touches: Readonly<Record<string, Touch>> = {
    'one bit turned': (_, packet) => [packet.with(packet.length >> 1, (packet[packet.length >> 1] ?? 0) ^ 1)],
    'cut short': (_, packet) => [packet.slice(0, -1)],
    'sent twice': (_, packet) => [packet, packet],
    'left out': () => [],
    'an earlier one instead': (packets) => [packets.at(-2) ?? new Uint8Array(0)],
    'an empty one before': (_, packet) => [new Uint8Array(0), packet],
  }
  /** What arrives of three messages when the packet of the second is touched, and whether the link is closed then. */
  function touched(name: string, binding?: readonly [string, string]): { heard: number[]; closed: boolean } {
    const packets: Uint8Array<ArrayBuffer>[] = []
    let from = Infinity
    const { links, clock } = openPair({
      pipes: {
        ...(binding && { binding }),
        onWire(packet, end) {
          if (end === 1) return [packet]
          packets.push(packet)
          return packets.length === from ? (touches[name]?.(packets, packet) ?? []) : [packet]
        },
      },
    })
    const heard: number[] = []
    links[1].onBytes = (_, [, second]) => heard.push(second ?? -1)
    links[0].sendBytes('doc', Uint8Array.of(0, 1))
    clock.advance(1)
    from = packets.length + 1
    links[0].sendBytes('doc', Uint8Array.of(0, 2))
    links[0].sendBytes('doc', Uint8Array.of(0, 3))
    clock.advance(1)
    return { heard, closed: links[1].state === 'closed' }
  }
  test.each(Object.keys(touches))('%s', (name) => {
    const { heard, closed } = touched(name)
    expect(closed).toBe(true)
    expect([[1], [1, 2]]).toContainEqual(heard)
  })
  test('without encryption some would be delivered, and these tests would see it', () => {
    const own = ['a', 'b'] as const
    expect(touched('sent twice', own).heard).toEqual([1, 2, 2, 3])
    expect(touched('left out', own).heard).toEqual([1, 3])
  })
})
