/** Makes a fresh machine able to run the app and its tests. Quick and silent when nothing is missing. */
import { ensureElectron } from './lib/electron.mjs'
import { ensureSystem } from './lib/system.mjs'

/**
 * `display`: there must be a display to show windows on. `browser`: there must be a Chromium for tests.
 * Returns Electron's binary. Throws with what to do about what is missing.
 */
export async function setup({ display = true, browser = false, log = console.error } = {}) {
  ensureNode()
  const { binary, wanted, standIn } = await ensureElectron({ log })
  if (standIn)
    log(
      `setup: Electron ${standIn} stands in for ${wanted}, whose download is not reachable ` +
        '(development and tests only; THROUGHLINE_NO_STANDIN=1 turns it off)',
    )
  await ensureSystem({ electron: binary, display, browser, log })
  // The Node that runs the store where Electron's own is too old for the database's prebuilt binary.
  process.env.THROUGHLINE_NODE ??= process.execPath
  return { electron: binary }
}

/** Prints what went wrong without a stack where it is a message to a person, and gives up. */
export function giveUp(error) {
  console.error(error.message?.startsWith('setup: ') ? error.message : error)
  process.exit(1)
}

function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  throw new Error(
    `setup: Node ${process.versions.node} is too old, 22.18 or newer is needed. On Linux x64 "npm ci" brings one ` +
      'that npm scripts use by themselves; elsewhere install it from https://nodejs.org.',
  )
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  await setup({ browser: process.argv.includes('--browser') }).catch(giveUp)
}
