/** `npm run engine`: a Hocuspocus server with our roles, built first if a source has changed, with the guest page. */
import path from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ROOT } from './lib/paths.mjs'
import { runTree } from './lib/processTree.mjs'

const OUT = path.join(ROOT, 'out')

if (!(await ensureBuilt({ log: console.error }))) process.exit(1)
const args = [path.join(OUT, 'main/engine.js'), ...process.argv.slice(2)]
const env = { THROUGHLINE_GUEST_PAGE: path.join(OUT, 'renderer'), ...process.env }
const { code, stopped } = await runTree(process.execPath, args, {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env,
})
process.exit(stopped ? 0 : code)
