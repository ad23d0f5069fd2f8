/**
 * `npm run --silent session -- NAME [--short] [ARGUMENTS]` measures live sessions of real peers and prints one JSON object a line:
 * {"name","size","value","unit"}. What is going on goes to standard error. Ends with 1 if something broke that must not.
 */
import { report } from '../../bench/support/report.ts'
import { buildPeer } from '../peerPage/buildPeer.ts'
import { churn } from './churn.ts'
import { hostile } from './hostile.ts'
import { join } from './join.ts'
import { latency } from './latency.ts'
import { silent } from './silent.ts'
import { takeover } from './takeover.ts'
import type { Scenario } from './support/scenario.ts'

const SCENARIOS: Readonly<Record<string, Scenario>> = { latency, join, churn, takeover, hostile, silent }

const [name = '', ...rest] = process.argv.slice(2)
const scenario = SCENARIOS[name]
if (!scenario) {
  console.error(
    `session: npm run --silent session -- NAME, where NAME is one of ${Object.keys(SCENARIOS).join(', ')}`,
  )
  process.exit(1)
}
await buildPeer()
const short = rest.includes('--short')
const args = rest.filter((arg) => arg !== '--short')
const problems = await scenario({
  short,
  args,
  report,
  say: (text) => console.error(`session ${name}: ${text}`),
})
for (const problem of problems) console.error(`session ${name}: ${problem}`)
process.exit(problems.length > 0 ? 1 : 0)
