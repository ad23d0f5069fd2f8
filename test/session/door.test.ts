import { expect, test } from 'vitest'
import { answerDoor, type DoorOptions, type Knocked } from '../../shared/session/answerDoor.ts'
import { certify } from '../../shared/session/certify.ts'
import { createLink } from '../../shared/session/createLink.ts'
import { identityOf, newSecretKey, personOf } from '../../shared/session/identity.ts'
import { knockAt, type Admitted, type KnockOptions } from '../../shared/session/knockAt.ts'
import { randomText } from '../../shared/session/seal.ts'
import { pipePair, type PipePair, type PipePairOptions } from '../support/pipePair.ts'
import { testRoom, type TestRoom } from '../support/sessionPeople.ts'
import { virtualClock, type VirtualClock } from '../support/virtualClock.ts'

interface Way {
  readonly secret: string
  readonly role: 'participant' | 'viewer'
}

interface Scene {
  readonly clock: VirtualClock
  readonly pair: PipePair
  readonly room: TestRoom
  readonly ways: readonly Way[]
  /** What either side was told, in order. */
  readonly told: string[]
  readonly knocks: Knocked<Way>[]
  knock(options?: Partial<KnockOptions>): () => void
}

function scene(pipes: PipePairOptions = {}, door: Partial<DoorOptions<Way>> = {}): Scene {
  const clock = virtualClock()
  const pair = pipePair(clock, { latency: 10, ...pipes })
  const room = testRoom()
  const ways: readonly Way[] = [
    { secret: randomText(16), role: 'viewer' },
    { secret: randomText(16), role: 'participant' },
  ]
  const told: string[] = []
  const knocks: Knocked<Way>[] = []
  answerDoor(pair.ends[0], {
    room: room.room,
    ways: () => ways,
    clock,
    onKnock: (knocked) => {
      told.push(`knock ${knocked.knock.name} ${knocked.way.role}`)
      knocked.onGone = () => told.push('gone')
      knocks.push(knocked)
    },
    onEnd: () => told.push('door ended'),
    ...door,
  })
  return {
    clock,
    pair,
    room,
    ways,
    told,
    knocks,
    knock: (options) =>
      knockAt(pair.ends[1], {
        secret: ways[1]?.secret ?? '',
        identity: identityOf(newSecretKey()),
        name: ' Ana ',
        peer: 'phone',
        room: room.room,
        clock,
        onWaiting: () => told.push('waiting'),
        onAdmitted: ({ name }) => told.push(`admitted ${name}`),
        onRefused: ({ why }) => told.push(`refused ${why}`),
        onEnd: (why) => told.push(`end ${why}`),
        ...options,
      }),
  }
}

/** What the host says to somebody whom the room itself lets in. */
function welcome(room: TestRoom, { knock, way }: Knocked<Way>): Omit<Admitted, 'kind'> {
  const { key, name, peer } = knock
  const claims = { room: room.room, key, name, kind: peer, role: way.role, host: false, color: 1, at: 0 }
  return {
    chain: [certify(room.key, claims)],
    policy: room.policy(),
    secret: randomText(32),
    name: 'Offsite',
    lineage: 'l',
    servers: [],
  }
}

test('somebody knocks, waits, is let in and goes on with a link over the same pipe', () => {
  const identity = identityOf(newSecretKey())
  const { clock, pair, room, told, knocks, knock } = scene()
  const opened: string[] = []
  knock({
    identity,
    onAdmitted: ({ chain, policy }, heard) => {
      told.push('admitted')
      // A joiner may have something to ask before it makes the link.
      clock.after(500, () => {
        const link = createLink(pair.ends[1], {
          identity,
          chain,
          room: room.room,
          policy: () => policy,
          clock,
          heard,
        })
        link.onOpen = (peer) => opened.push(peer.role)
      })
    },
  })
  clock.advance(50)
  knocks[0]?.wait()
  clock.advance(60_000)
  expect(new Set(told)).toEqual(new Set(['knock Ana participant', 'waiting']))
  const [knocked] = knocks
  const heard = knocked?.admit(welcome(room, knocked))
  const facilitator = room.person('facilitator')
  const link = createLink(pair.ends[0], {
    ...facilitator,
    room: room.room,
    policy: () => undefined,
    clock,
    heard,
    shy: true,
  })
  link.onOpen = (peer) => opened.push(`${peer.role} ${peer.person === personOf(identity.key)}`)
  clock.advance(1000)
  expect(told.at(-1)).toBe('admitted')
  expect(opened).toEqual(['participant true', 'facilitator'])
})

test('whoever waits and leaves is gone, and whoever is refused is told why', () => {
  const leaving = scene()
  const leave = leaving.knock()
  leaving.clock.advance(100)
  leaving.knocks[0]?.wait()
  leaving.clock.advance(100)
  leave()
  leaving.clock.advance(100)
  expect(leaving.told).toEqual(['knock Ana participant', 'waiting', 'gone'])
  expect(leaving.knocks[0]?.admit(welcome(leaving.room, leaving.knocks[0]))).toBe(undefined)

  const refused = scene()
  refused.knock()
  refused.clock.advance(100)
  refused.knocks[0]?.refuse('locked')
  refused.clock.advance(100)
  expect(refused.told).toEqual(['knock Ana participant', 'refused locked'])
})

test('without the secret there is nothing to hear but a challenge, and the pipe closes', () => {
  for (const secret of [randomText(16), randomText(32)]) {
    const { clock, pair, told, knock } = scene()
    knock({ secret })
    clock.advance(100)
    expect(told).toEqual(['door ended', 'end closed'])
    expect(pair.arrived[1]).toBeLessThan(100)
  }
  const silent = scene()
  silent.clock.advance(10_100)
  expect(silent.told).toEqual(['door ended'])
  const babbling = scene()
  babbling.pair.ends[1].send(new Uint8Array(60_000))
  babbling.clock.advance(100)
  expect(babbling.told).toEqual(['door ended'])
  expect(babbling.pair.arrived[1]).toBeLessThan(100)
})

test('a knock counts for one door, one key and one time', () => {
  const first: Uint8Array<ArrayBuffer>[] = []
  const original = scene({ onWire: (packet, from) => (from === 1 && first.push(packet), [packet]) })
  original.knock()
  original.clock.advance(100)
  expect(original.told).toEqual(['knock Ana participant'])
  // Sent to the same door again: one knock for each pipe.
  original.pair.inject(0, first[0] ?? new Uint8Array())
  expect(original.told).toEqual(['knock Ana participant', 'gone'])
  // Sent to another door of the same session with the same secrets.
  const again = scene({}, { ways: () => original.ways, room: original.room.room })
  again.pair.inject(0, first[0] ?? new Uint8Array())
  expect(again.told).toEqual(['door ended'])
})

test('a certificate of somebody else does not come along', () => {
  const { clock, room, told, knock } = scene()
  knock({ chain: room.person('facilitator').chain })
  clock.advance(100)
  expect(told).toEqual(['door ended', 'end closed'])
})

test('nobody but the room lets in: what others answer is no answer', () => {
  const lies: ((admitted: Omit<Admitted, 'kind'>, room: TestRoom) => Partial<Admitted>)[] = [
    (_, room) => ({ chain: room.person('participant').chain }),
    ({ chain }, _) => ({ chain: [certify(identityOf(newSecretKey()), chain[0])] }),
    () => ({ policy: testRoom().policy() }),
    (_, room) => ({ policy: room.policy({}, identityOf(newSecretKey())) }),
    ({ chain }, room) => ({ policy: room.policy({ removed: [personOf(chain[0].key)] }) }),
  ]
  for (const lie of lies) {
    const { clock, room, told, knocks, knock } = scene()
    knock()
    clock.advance(100)
    const [knocked] = knocks
    if (!knocked) throw new Error('Nobody knocked')
    const truth = welcome(room, knocked)
    knocked.admit({ ...truth, ...lie(truth, room) })
    clock.advance(100)
    expect(told).toEqual(['knock Ana participant', 'end broken'])
  }
})

test('who was here before begins a link at once', () => {
  const helloed: number[] = []
  const { clock, pair, room, told } = scene({}, { onHello: (heard) => helloed.push(heard[0]?.[0] ?? -1) })
  createLink(pair.ends[1], {
    ...room.person('participant'),
    room: room.room,
    policy: () => undefined,
    clock,
  })
  clock.advance(100)
  expect(helloed).toEqual([1])
  expect(told).toEqual([])
})

test('a host that dies while somebody waits is noticed', () => {
  const { clock, pair, told, knock, knocks } = scene()
  knock()
  clock.advance(50)
  knocks[0]?.wait()
  clock.advance(30_000)
  pair.hold()
  clock.advance(13_000)
  expect(told.at(-1)).toBe('end silent')
})
