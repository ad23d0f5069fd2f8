/** `npm start` (builds what changed, then runs) and `npm run dev` (hot reload). `npm start -- FILE` opens a workshop. */
import path from 'node:path'
import { electronVite, ensureBuilt, unmarkBuilt } from './lib/build.mjs'
import { ensureDisplay } from './lib/display.mjs'
import { ROOT } from './lib/paths.mjs'
import { runTree } from './lib/processTree.mjs'
import { giveUp, setup } from './setup.mjs'

const log = console.error
const isDev = process.argv[2] === '--dev'
const given = process.argv.slice(isDev ? 3 : 2)

const { electron } = await setup({ log }).catch(giveUp)
if (!isDev && !(await ensureBuilt({ log }))) process.exit(1)
const display = await ensureDisplay({ endsWithLastWindow: true })
if (display) log(`start: there is no display, so the window is on a virtual one, ${display}`)

// Editors built on Electron set this in their terminals; it would turn the app into a plain Node.
delete process.env.ELECTRON_RUN_AS_NODE
const { code, stopped } = await (isDev ? dev() : run())
process.exit(stopped ? 0 : code)

function run() {
  // On a virtual display there is no GPU to be found, and looking for one can hang a page.
  const gpu = display ? ['--disable-gpu'] : []
  return runTree(electron, [...sandbox('--no-sandbox'), ...gpu, ROOT, ...appArguments()], { cwd: ROOT })
}

function dev() {
  unmarkBuilt() // a development build lands in the same folder
  const args = [electronVite(), 'dev', '--watch', ...sandbox('--noSandbox'), '--', ...appArguments()]
  return runTree(process.execPath, args, { cwd: ROOT, toGroup: true })
}

/** Chromium's sandbox refuses to run as root (containers, CI), and only the command line is early enough to say so. */
function sandbox(off) {
  return process.getuid?.() === 0 ? [off] : []
}

/** Paths are meant as seen from where npm was called. */
function appArguments() {
  const from = process.env.INIT_CWD ?? process.cwd()
  return given.map((each) => (each.startsWith('-') ? each : path.resolve(from, each)))
}
