/** `npm run signalling`: the sessions' server on its own, built first if a source has changed, with the guest page. */
import path from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ROOT } from './lib/paths.mjs'
import { runTree } from './lib/processTree.mjs'

const OUT = path.join(ROOT, 'out')
/** What is made for one message is gone after it: a small nursery keeps the process small. */
const FLAGS = ['--max-semi-space-size=2']

if (!(await ensureBuilt({ log: console.error }))) process.exit(1)
const args = [...FLAGS, path.join(OUT, 'main/signalling.js'), ...process.argv.slice(2)]
const env = { THROUGHLINE_GUEST_PAGE: path.join(OUT, 'renderer'), ...process.env }
const { code, stopped } = await runTree(process.execPath, args, {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env,
})
process.exit(stopped ? 0 : code)
