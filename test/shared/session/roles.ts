import { registerHooks } from 'node:module'

// A long campaign: `node test/shared/session/roles.ts ROUNDS [SEED]`. Prints one line of JSON, with the shortest moves by which
// somebody who takes part is refused what the app let them do, if there are any. Ids follow from the seed.
const ids = new URL('../../support/seededIds.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'nanoid' ? { url: ids, shortCircuit: true } : next(specifier, context),
})
const { roleRounds } = await import('../../support/roleSession.ts')

const [rounds = 200, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
const started = performance.now()
const report = roleRounds(rounds, seed)
const seconds = Math.round((performance.now() - started) / 1000)
console.log(JSON.stringify({ seed, seconds, ...report }))
process.exitCode = report.faults.length === 0 ? 0 : 1
