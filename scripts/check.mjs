/** `npm run check`: everything that can be said about the code without running the app. One line a check. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkLocales } from './lib/i18nKeys.mjs'
import { missingFromLock } from './lib/lockComplete.mjs'
import { ROOT } from './lib/paths.mjs'

/** Each returns what is wrong, as text to print; empty when all is well. */
const CHECKS = {
  format: () => tool('oxfmt', '--check', '.'),
  lint: () => tool('oxlint'),
  types: () => tool('tsc', '-b'),
  unused: () => tool('knip'),
  'i18n keys': () => checkLocales(ROOT).join('\n'),
  lockfile: () => missingFromLock(path.join(ROOT, 'package-lock.json')).join('\n'),
}

let failed = false
for (const [name, check] of Object.entries(CHECKS)) {
  const started = performance.now()
  const problems = check()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (problems) console.log(problems)
  console.log(`${name}: ${problems ? 'FAILED' : 'ok'}, ${seconds} s`)
  failed ||= Boolean(problems)
}
process.exit(failed ? 1 : 0)

/** Runs a tool from node_modules; its output is the problem, and only shown if it fails. */
function tool(name, ...args) {
  const packageName = name === 'tsc' ? 'typescript' : name
  const manifest = path.join(ROOT, 'node_modules', packageName, 'package.json') // some do not export it
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const file = path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[name])
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return status === 0 ? '' : `${stdout}${stderr}`.trim() || `${name} ended with ${status}`
}
