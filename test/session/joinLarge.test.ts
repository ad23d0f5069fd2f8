import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDocSync } from '../../renderer/sync/createDocSync.ts'
import { createGate } from '../../shared/session/gate/createGate.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import type { Link } from '../../shared/session/link.ts'
import { openWorkshop } from '../../shared/model/workshop.ts'
import { slices } from '../../shared/session/slices.ts'
import { hashOfVector, vectorOf } from '../../shared/session/vectors.ts'
import { cpuTime } from '../support/cpuTime.ts'
import { openPair } from '../support/linkPair.ts'
import { notesDoc } from '../support/notesDoc.ts'
import type { VirtualClock } from '../support/virtualClock.ts'

const NOTES = 10_000
const LARGE = notesDoc(NOTES)

/** One end: a document behind a gate, over an encrypted line. */
function endOf(doc: Y.Doc, link: Link, host: PersonId, lineage: string | undefined, clock: VirtualClock) {
  const sync = createDocSync({
    doc,
    gate: createGate({ doc, now: () => performance.now(), roleOf: () => undefined }),
    now: () => performance.now(),
    yieldNow: (run) => void clock.after(0, run),
    lineage: () => lineage,
    mayWrite: () => true,
    mayEditAll: () => lineage !== undefined,
    relays: () => false,
    isHost: (person) => person === host,
  })
  return {
    sync,
    attach(theirs: string | undefined) {
      const line = sync.attach(link, theirs)
      link.onBytes = (lane, bytes) => (lane === 'doc' ? line.receive(bytes) : undefined)
      link.onDrain = (lane) => (lane === 'doc' ? line.drained() : undefined)
    },
  }
}

test('joining 10,000 notes over an encrypted line, through the gate, holds up neither side for long', () => {
  const { clock, links, people, pair } = openPair({ pipes: { latency: 1 } })
  const host = people[0].identity.person
  const [from, to] = [LARGE, new Y.Doc()]
  const workshop = openWorkshop(to)
  const ends = [endOf(from, links[0], host, 'L', clock), endOf(to, links[1], host, undefined, clock)] as const
  ends[0].attach(undefined)
  ends[1].attach('L')
  const seen: number[] = []
  ends[1].sync.progress.subscribe(() => seen.push(ends[1].sync.progress.get()?.of ?? 0))
  const tasks: number[] = []
  const start = cpuTime()
  let before = start
  // Asked between any two of the things that a real machine does as tasks of their own.
  clock.until(() => {
    const now = cpuTime()
    tasks.push(now - before)
    before = now
    return ends[1].sync.complete.get()
  }, 60_000)
  const sorted = tasks.toSorted((a, b) => b - a)
  const ms = (value = 0): number => Math.round(value * 10) / 10
  console.info('joining 10,000 notes', {
    ms: ms(cpuTime() - start),
    longest: sorted.slice(0, 5).map(ms),
    over10: tasks.filter((each) => each > 10).length,
    tasks: tasks.length,
    bytes: pair.arrived[1],
  })
  expect(hashOfVector(vectorOf(to))).toBe(hashOfVector(vectorOf(from)))
  expect(to.getMap('shapes').size).toBe(NOTES)
  expect(workshop.shapes.boards()).toHaveLength(1)
  // What is announced of the whole is about right from early on.
  expect(seen[20]).toBeGreaterThan(1_500_000)
  expect(seen[20]).toBeLessThan(6_000_000)
  // Collecting garbage is among the very longest.
  expect(sorted[5]).toBeLessThan(20)
})

test('slices of 10,000 notes do not take long on either side', () => {
  const from = LARGE
  const to = new Y.Doc()
  const [making, applying]: [number[], number[]] = [[], []]
  let bytes = 0
  const given = slices(from, new Map())
  for (;;) {
    const start = cpuTime()
    const next = given.next()
    const made = cpuTime()
    if (next.done) break
    Y.applyUpdate(to, next.value.update)
    making.push(made - start)
    applying.push(cpuTime() - made)
    bytes += next.value.update.length
  }
  expect(hashOfVector(vectorOf(to))).toBe(hashOfVector(vectorOf(from)))
  expect(to.getMap('shapes').size).toBe(10_000)
  const figures = {
    slices: making.length,
    bytes,
    ...timesOf('make', making),
    ...timesOf('apply', applying),
  }
  console.info('slices of 10,000 notes', figures)
  // One in a hundred may fall into the machine's pauses; the rest are far below.
  expect(figures.makeP99).toBeLessThan(10)
  expect(figures.applyP99).toBeLessThan(10)
})

function timesOf<N extends string>(
  name: N,
  times: number[],
): Record<`${N}Total` | `${N}P99` | `${N}Max`, number> {
  const sorted = times.toSorted((a, b) => a - b)
  const ms = (value = 0): number => Math.round(value * 100) / 100
  const total = sorted.reduce((sum, each) => sum + each, 0)
  const p99 = sorted[Math.floor(sorted.length * 0.99)]
  return { [`${name}Total`]: ms(total), [`${name}P99`]: ms(p99), [`${name}Max`]: ms(sorted.at(-1)) } as never
}
