import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFrame, partFrame, type PartFrame } from '../../shared/session/frames.ts'
import { LANES, type Lane } from '../../shared/session/link.ts'
import { createReassembly, reassemblyBudget, type ReassemblyBudget } from '../../shared/session/reassemble.ts'
import { createSendQueue } from '../../shared/session/sendQueue.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Longest message. */
const MOST = 90_000

const lane = fc.constantFrom(...LANES)
const length = fc.oneof(
  fc.nat(300),
  fc.constantFrom(16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, MOST - 1, MOST),
  fc.nat(MOST),
)
const messages = fc.array(fc.tuple(lane, length), { minLength: 1, maxLength: 6 })
/** The same in small: longest message, memory for all that arrive at once, and longest frame. Ten thousand cases take seconds. */
const SMALL = { most: 2000, budget: 3000, mostFrame: 262 }
const few = fc.array(fc.tuple(lane, fc.nat(SMALL.most)), { minLength: 1, maxLength: 6 })

const NOISE = Uint8Array.from({ length: MOST + 300 }, (_, i) => (i * i * 7 + i) >> 3)
const bytes = (size: number, seed: number): Bytes => NOISE.slice(seed, seed + size)

/** What the queue makes of messages, as packets in the order in which they are sent. */
function packetsOf(
  sent: readonly (readonly [Lane, Bytes])[],
  room: () => number,
  mostFrame: number,
): Bytes[] {
  const packets: Bytes[] = []
  let left = 0
  const queue = createSendQueue({
    buffered: () => (left-- > 0 ? 0 : Infinity),
    send: (frame) => packets.push(frame),
    wait: () => 0,
    count: () => undefined,
    after: () => () => undefined,
    mostFrame,
    onDrain: () => undefined,
  })
  for (const [where, message] of sent) {
    left = room()
    queue.add(where, message)
  }
  for (let guard = 0; LANES.some((each) => queue.queued(each) > 0) && guard < 100_000; guard++) {
    left = 1 + room()
    queue.pump()
  }
  // Whatever has no bytes is still to be sent when nothing is queued.
  left = sent.length + 1
  queue.pump()
  return packets
}

interface Received {
  readonly messages: (readonly [Lane, Bytes])[]
  readonly broken: boolean
}

function receive(packets: readonly Bytes[], budget: ReassemblyBudget, most = MOST): Received {
  const reassembly = createReassembly(() => most, budget)
  const got: (readonly [Lane, Bytes])[] = []
  let broken = false
  for (const packet of packets) {
    const frame = parseFrame(packet)
    const arrival = frame && 'lane' in frame ? reassembly.take(frame) : undefined
    broken = !arrival
    if (!arrival) break
    if (arrival.message) got.push([arrival.lane, arrival.message])
  }
  reassembly.dispose()
  return { messages: got, broken }
}

const byLane = (all: readonly (readonly [Lane, Bytes])[], wanted: Lane): Bytes[] =>
  all.filter(([each]) => each === wanted).map(([, message]) => message)

/** Counts what is taken and not given back. */
function watched(most: number): ReassemblyBudget & { taken(): number; peak(): number } {
  const budget = reassemblyBudget(most)
  let [taken, peak] = [0, 0]
  return {
    take(amount) {
      const given = budget.take(amount)
      if (given) peak = Math.max(peak, (taken += amount))
      return given
    },
    give(amount) {
      taken -= amount
      budget.give(amount)
    },
    taken: () => taken,
    peak: () => peak,
  }
}

test('whatever is sent in any lanes and portions arrives whole, in order within its lane', () => {
  fc.assert(
    fc.property(
      messages,
      fc.array(fc.nat(4), { minLength: 1 }),
      fc.constantFrom(200, 1200, 16 * 1024 + 6, 64 * 1024),
      (sent, rooms, mostFrame) => {
        let at = 0
        const all = sent.map(([where, size], i) => [where, bytes(size, i)] as const)
        const packets = packetsOf(all, () => rooms[at++ % rooms.length] ?? 0, mostFrame)
        expect(packets.every((packet) => packet.length <= mostFrame)).toBe(true)
        const budget = watched(4 * MOST)
        const { messages: got, broken } = receive(packets, budget)
        expect(broken).toBe(false)
        // Old presence gives way when too much of it waits: what arrives is then a part of it.
        for (const each of LANES)
          if (each !== 'presence')
            expect(Buffer.concat(byLane(got, each)).equals(Buffer.concat(byLane(all, each)))).toBe(true)
        expect(budget.taken()).toBe(0)
      },
    ),
    { numRuns: 300 },
  )
})

/** One way in which packets of an honest sender go wrong. */
const fault = fc.oneof(
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('shorten' as const), at: fc.nat(), by: fc.nat(40) }),
  fc.record({ kind: fc.constant('write' as const), at: fc.nat(), where: fc.nat(8), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('total' as const), at: fc.nat(), total: fc.nat(2 ** 32 - 1) }),
  fc.record({ kind: fc.constant('random' as const), at: fc.nat(), with: fc.uint8Array({ maxLength: 60 }) }),
)

function spoil(
  packets: readonly Bytes[],
  one: typeof fault extends fc.Arbitrary<infer T> ? T : never,
): Bytes[] {
  const out = packets.map((packet) => packet.slice())
  const at = one.at % Math.max(1, out.length)
  const packet = out[at]
  if (!packet) return out
  if (one.kind === 'drop') out.splice(at, 1)
  else if (one.kind === 'repeat') out.splice(at, 0, packet.slice())
  else if (one.kind === 'swap') out.splice(at, 2, ...out.slice(at, at + 2).toReversed())
  else if (one.kind === 'shorten') out[at] = packet.slice(0, Math.max(0, packet.length - one.by))
  else if (one.kind === 'write') packet[one.where % packet.length] = one.value
  else if (one.kind === 'total') out[at] = withTotal(packet, one.total)
  else out.splice(at, 0, new Uint8Array(one.with))
  return out
}

function withTotal(packet: Bytes, total: number): Bytes {
  const frame = parseFrame(packet)
  return frame?.kind === 'begin' ? partFrame({ ...frame, total }) : packet
}

test('10,000 spoiled sequences neither throw nor leak nor take more memory than there is', () => {
  let brokenCount = 0
  fc.assert(
    fc.property(few, fc.array(fault, { minLength: 1, maxLength: 3 }), (sent, faults) => {
      const all = sent.map(([where, size], i) => [where, bytes(size, i)] as const)
      const packets = faults.reduce(
        spoil,
        packetsOf(all, () => 1, SMALL.mostFrame),
      )
      const budget = watched(SMALL.budget)
      const { messages: got, broken } = receive(packets, budget, SMALL.most)
      if (broken) brokenCount++
      expect(budget.taken()).toBe(0)
      expect(budget.peak()).toBeLessThanOrEqual(SMALL.budget)
      expect(got.every(([, message]) => message.length <= SMALL.most)).toBe(true)
    }),
    { numRuns: 10_000 },
  )
  // The faults are faults.
  expect(brokenCount).toBeGreaterThan(1000)
})

test('random packets are frames or nothing', () => {
  expect(parseFrame(new Uint8Array(0))).toBe(undefined)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (given) => {
      const packet = new Uint8Array(given)
      const frame = parseFrame(packet)
      expect(frame && 'lane' in frame ? partFrame(frame) : packet).toEqual(packet)
    }),
    { numRuns: 10_000 },
  )
})

type Create = (budget: ReassemblyBudget) => Pick<ReturnType<typeof createReassembly>, 'take'>

/** By how much more memory is taken than bytes that came justify, at worst. */
function greed(create: Create): number {
  const budget = watched(Infinity)
  const reassembly = create(budget)
  let [came, worst] = [0, 0]
  const take = (frame: PartFrame): void => {
    reassembly.take(frame)
    came += frame.part.length
    worst = Math.max(worst, budget.taken() - 2 * came)
  }
  for (const each of LANES) take({ kind: 'begin', lane: each, total: 2 ** 30, part: bytes(10, 0) })
  while (came < 2 ** 20) take({ kind: 'cont', lane: 'doc', part: bytes(16 * 1024, 0) })
  return worst
}

test('a claim of a gigabyte costs nothing, and whoever believes it is found out', () => {
  const most = LANES.length * 64 * 1024
  expect(greed((budget) => createReassembly(() => 2 ** 31, budget))).toBeLessThanOrEqual(most)
  const believing: Create = (budget) => ({
    take(frame) {
      if (frame.kind === 'begin') budget.take(frame.total)
      return undefined
    },
  })
  expect(greed(believing)).toBeGreaterThan(most)
})

test('each fault by itself ends the line', () => {
  const one = (...frames: readonly PartFrame[]): boolean =>
    receive(frames.map(partFrame), reassemblyBudget(4 * MOST)).broken
  const part = bytes(10, 0)
  expect(one({ kind: 'begin', lane: 'doc', total: 20, part }, { kind: 'end', lane: 'doc', part })).toBe(false)
  for (const wrong of [
    [{ kind: 'cont', lane: 'doc', part }],
    [{ kind: 'end', lane: 'doc', part }],
    [{ kind: 'begin', lane: 'doc', total: 10, part }],
    [{ kind: 'begin', lane: 'doc', total: MOST + 1, part }],
    [{ kind: 'whole', lane: 'doc', part: bytes(MOST + 1, 0) }],
    [
      { kind: 'begin', lane: 'doc', total: 20, part },
      { kind: 'begin', lane: 'doc', total: 20, part },
    ],
    [
      { kind: 'begin', lane: 'doc', total: 20, part },
      { kind: 'whole', lane: 'doc', part },
    ],
    [
      { kind: 'begin', lane: 'doc', total: 25, part },
      { kind: 'end', lane: 'doc', part },
    ],
    [
      { kind: 'begin', lane: 'doc', total: 20, part },
      { kind: 'cont', lane: 'doc', part },
    ],
    [
      { kind: 'begin', lane: 'doc', total: 15, part },
      { kind: 'end', lane: 'doc', part },
    ],
  ] as const)
    expect(one(...wrong)).toBe(true)
})
