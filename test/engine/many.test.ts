import { expect, test } from 'vitest'
import { invitationOf, isLive, join, start, testEngine } from '../support/engineWorld.ts'
import { until } from '../support/until.ts'

const PEOPLE = 50
const EDITS = 40

test('fifty people come to the same, soon', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  for (let i = 0; i < 100; i++) ana.write()
  const invitation = invitationOf(ana, 'participant')
  const began = performance.now()
  const people = Array.from({ length: PEOPLE }, (_, i) => join(`Person ${i}`, invitation))
  await Promise.all(people.map(isLive))
  const joined = performance.now() - began

  const arrivals: number[] = []
  for (let i = 0; i < EDITS; i++) {
    const writer = people[(i * 7) % PEOPLE]
    if (!writer) continue
    const note = writer.write()
    const at = performance.now()
    const others = [ana, ...people].filter((each) => each !== writer)
    await until(
      () => 'the note everywhere',
      () => others.every((each) => each.workshop.shapes.get(note)),
    )
    arrivals.push(performance.now() - at)
  }
  const everybody = [ana, ...people]
  await until(
    () => 'all to have the same',
    () => new Set(everybody.map((each) => each.notes().toSorted().join())).size === 1,
  )
  expect(ana.notes()).toHaveLength(100 + EDITS)
  await until(
    () => 'all to be seen',
    () => ana.session.members.get().length === PEOPLE + 1,
  )
  const p95 = arrivals.toSorted((a, b) => a - b)[Math.floor(EDITS * 0.95)] ?? Infinity
  console.log(JSON.stringify({ name: 'engine.join.50', value: Math.round(joined), unit: 'ms' }))
  console.log(JSON.stringify({ name: 'engine.latency.p95', value: Math.round(p95), unit: 'ms' }))
  expect(p95).toBeLessThan(1000) // all 51 windows are in this one process
})
