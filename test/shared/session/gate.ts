// A long campaign: `node test/shared/session/gate.ts [COUNT] [SEED]`. Prints one line of JSON: how many hostile messages the gate
// took how, how many ms one took, and what went wrong.
import { fuzzGate } from '../../support/gateFuzz.ts'

const [count = 20_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
const started = performance.now()
const report = fuzzGate(count, seed)
const seconds = Math.round((performance.now() - started) / 1000)
console.log(JSON.stringify({ seed, seconds, ...report }))
process.exitCode = report.faults.length === 0 && report.p95 <= 20 ? 0 : 1
