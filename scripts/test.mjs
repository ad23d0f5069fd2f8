/**
 * `npm test`: sets the machine up, builds, runs every test and ends with one line that counts them.
 * `npm test -- --unit` or `--e2e` runs one half; other words filter test files by path.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './lib/build.mjs'
import { ensureDisplay } from './lib/display.mjs'
import { ROOT } from './lib/paths.mjs'
import { runTree } from './lib/processTree.mjs'
import { giveUp, setup } from './setup.mjs'

const RESULTS = 'test-results'
const log = console.log
const require = createRequire(import.meta.url)
const { values: only, positionals: filters } = parseArgs({
  options: { unit: { type: 'boolean' }, e2e: { type: 'boolean' } },
  allowPositionals: true,
})

process.chdir(ROOT)
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS)
await step('setup', () =>
  setup({ browser: !only.unit, log }).then(
    () => true,
    (error) => giveUp(error),
  ),
)
process.env.THROUGHLINE_WEB_PORT ??= await freePort()
// Where displays are made at all, each worker of the end-to-end tests has one: windows of one would disturb the other's.
if (await ensureDisplay()) process.env.THROUGHLINE_OWN_DISPLAYS = '1'

const totals = { passed: 0, failed: 0 }
if (!only.e2e) await unitTests()
if (!only.unit) await endToEndTests()
log(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)

async function unitTests() {
  const config = ['--config', 'test/config/vitest.config.ts']
  const ok = await step('unit tests', () =>
    runTool('vitest', 'vitest.mjs', ['run', ...config, ...lenient('--passWithNoTests')]),
  )
  const results = read('unit.json')
  count(ok, results?.numPassedTests, results?.numFailedTests)
}

async function endToEndTests() {
  if (!(await step('build', () => ensureBuilt({ log })))) return count(false)
  const config = ['--config', 'test/config/playwright.config.ts']
  const ok = await step('end-to-end tests', () =>
    runTool('playwright', 'cli.js', ['test', ...config, ...lenient('--pass-with-no-tests')]),
  )
  const stats = read('e2e.json')?.stats
  if (stats?.flaky > 0) log(`-- ${stats.flaky} passed only when tried again: they are listed above as flaky`)
  count(ok, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected)
}

/** A step that broke without a test to blame is itself what failed. */
function count(ok, passed = 0, failed = 0) {
  totals.passed += passed
  totals.failed += ok ? failed : Math.max(failed, 1)
}

/** With a filter it is no fault if one of the two halves has no such test. */
function lenient(flag) {
  return filters.length > 0 ? [flag, ...filters] : []
}

async function runTool(name, file, args) {
  const tool = path.join(path.dirname(require.resolve(`${name}/package.json`)), file)
  const { code, stopped } = await runTree(process.execPath, [tool, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (stopped) process.exit(130)
  if (code > 1) log(`${name} ended with ${code}`)
  return code === 0
}

async function step(name, run) {
  const started = performance.now()
  const ok = await run()
  log(`-- ${name}: ${ok ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return ok
}

function read(name) {
  const file = path.join(RESULTS, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(String(port)))
    })
  })
}
