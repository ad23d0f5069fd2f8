import { expect, test } from 'playwright/test'
import { noNetworks } from '../session/network/createNetwork.ts'
import { buildPeer } from '../session/peerPage/buildPeer.ts'
import { churn } from '../session/scenarios/churn.ts'
import { hostile } from '../session/scenarios/hostile.ts'
import { latency } from '../session/scenarios/latency.ts'
import type { Scenario } from '../session/scenarios/support/scenario.ts'
import { takeover } from '../session/scenarios/takeover.ts'

// The short versions of what `npm run session` measures: what must never break, not how long it takes.
test.describe.configure({ mode: 'serial' })
test.beforeAll(() => buildPeer())

/** Where no networks can be made (no Linux, not root) that is said, and there is nothing to measure. */
const reason = noNetworks()

async function problemsOf(scenario: Scenario): Promise<readonly string[]> {
  const figures: string[] = []
  const problems = await scenario({
    short: true,
    args: [],
    say: () => undefined,
    report: (figure, _size, value, unit) => figures.push(`${figure} ${value.toFixed(1)} ${unit}`),
  })
  console.log(figures.join(', '))
  return problems
}

test('Edits and cursors reach everybody in a whole session', async () => {
  expect(await problemsOf(latency)).toEqual([])
})

test('Windows that die and a server that goes lose nothing that was called safe', async () => {
  if (reason !== undefined) return expect(reason).toMatch(/\w/)
  expect(await problemsOf(churn)).toEqual([])
})

test('A host who dies is followed by another, and nothing that was called safe is lost or there twice', async () => {
  if (reason !== undefined) return expect(reason).toMatch(/\w/)
  expect(await problemsOf(takeover)).toEqual([])
})

test('A disk that confirms before it saves is found out', async () => {
  if (reason !== undefined) return expect(reason).toMatch(/\w/)
  const problems = await problemsOf((run) => churn(run, { confirmsTooEarly: true }))
  expect(problems.join()).toContain('acknowledged edits that are lost')
})

test('What an invited evil client and strangers throw at a session changes nothing and brings them nothing', async () => {
  expect(await problemsOf(hostile)).toEqual([])
})

test('A gate that lets everything through is found out', async () => {
  const problems = await problemsOf((run) => hostile(run, { openGate: true }))
  expect(problems.join()).toContain('honest peers whose workshop was changed')
})
