import Sqlite from 'better-sqlite3'
import { parentLink } from '../../electron/store/parentLink.ts'
import { runStore } from '../../electron/store/runStore.ts'
import { openWorkshop } from '../../electron/store/workshop.ts'

const NOBODY = 65534

// Root may write everything, and tests often run as root. What the store needs is loaded before that ends.
new Sqlite(':memory:').close()
if (process.getuid?.() === 0) {
  process.setgid?.(NOBODY)
  process.setuid?.(NOBODY)
}

runStore(parentLink(), process.argv[2] ?? '', openWorkshop, () => process.exit(0))
