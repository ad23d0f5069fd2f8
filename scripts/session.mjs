/** `npm run session -- NAME`: sets up what test/session/scenarios/run.ts needs and runs it; see there. */
import path from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureDisplay } from './lib/display.mjs'
import { ROOT } from './lib/paths.mjs'
import { runTree } from './lib/processTree.mjs'
import { giveUp, setup } from './setup.mjs'

const log = console.error

await setup({ browser: true, log }).catch(giveUp)
if (!(await ensureBuilt({ log }))) process.exit(1)
await ensureDisplay()
const script = path.join(ROOT, 'test/session/scenarios/run.ts')
const { code } = await runTree(process.execPath, [script, ...process.argv.slice(2)], { cwd: ROOT })
process.exit(code)
