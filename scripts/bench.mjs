/**
 * `npm run bench -- NAME [ARGUMENTS]` runs test/bench/NAME.ts on the built app and prints one JSON object a line:
 * {"name","size","value","unit"}. Everything else goes to standard error.
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureDisplay } from './lib/display.mjs'
import { ROOT } from './lib/paths.mjs'
import { runTree } from './lib/processTree.mjs'
import { giveUp, setup } from './setup.mjs'

const log = console.error
const folder = path.join(ROOT, 'test/bench')
const [name, ...rest] = process.argv.slice(2)
const script = path.join(folder, `${name}.ts`)
if (!name || !existsSync(script)) {
  const names = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  log(
    `bench: npm run bench -- NAME, where NAME is one of ${names.map((file) => path.basename(file, '.ts')).join(', ')}`,
  )
  process.exit(1)
}

await setup({ browser: true, log }).catch(giveUp)
if (!(await ensureBuilt({ log }))) process.exit(1)
await ensureDisplay()
const { code } = await runTree(process.execPath, [script, ...rest], { cwd: ROOT })
process.exit(code)
