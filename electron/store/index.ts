import { assert } from '../../shared/util/assert.ts'
import { logError } from './log.ts'
import { parentLink } from './parentLink.ts'
import { runStore } from './runStore.ts'
import { openWorkshop } from './workshop.ts'

// Main starts another store, and the windows send again what was not answered.
function fail(error: unknown): never {
  logError('fatal', error)
  process.exit(1)
}
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)

// Ctrl-C reaches the whole process group; the store ends when main lets go of it.
process.on('SIGINT', () => undefined)

const [, , appData] = process.argv
assert(appData, "the app's data folder as the first argument")
runStore(parentLink(), appData, openWorkshop, () => process.exit(0))
