import { expect, test } from 'playwright/test'
import { buildPeer } from '../session/peerPage/buildPeer.ts'
import { latency } from '../session/scenarios/latency.ts'
import type { Scenario } from '../session/scenarios/support/scenario.ts'

// The short versions of what `npm run session` measures: what must never break, not how long it takes.
test.describe.configure({ mode: 'serial' })
test.beforeAll(() => buildPeer())

function holds(name: string, scenario: Scenario): void {
  test(`Session scenario: ${name}`, async () => {
    const figures = new Map<string, number>()
    const problems = await scenario({
      short: true,
      args: [],
      say: () => undefined,
      report: (figure, _size, value) => figures.set(figure, value),
    })
    expect(problems).toEqual([])
    expect([...figures].filter(([, value]) => !Number.isFinite(value))).toEqual([])
    console.log(name, Object.fromEntries(figures))
  })
}
holds('latency', latency)
