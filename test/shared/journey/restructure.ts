import { registerHooks } from 'node:module'

// A long campaign: `node test/shared/journey/restructure.ts ROUNDS [SEED]`. Prints one line of JSON, with the shortest
// moves that go wrong, if any do. Ids follow from the seed.
const ids = new URL('../../support/seededIds.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'nanoid' ? { url: ids, shortCircuit: true } : next(specifier, context),
})
const { restructureRounds } = await import('../../support/restructureRounds.ts')

const [rounds = 1000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
const started = performance.now()
const report = restructureRounds(rounds, seed)
const seconds = Math.round((performance.now() - started) / 1000)
console.log(JSON.stringify({ seed, seconds, ...report }))
process.exitCode = report.faults.length === 0 ? 0 : 1
