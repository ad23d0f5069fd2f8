/** `npm run signalling`: the sessions' server on its own. Node runs its TypeScript as it is, from 22.18 without being asked to. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './lib/paths.mjs'

const ENTRY = path.join(ROOT, 'electron/host/standalone.ts')
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 14)) {
  console.error(`signalling: needs Node 22.14 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

if (process.features.typescript) {
  process.argv.splice(1, 1, ENTRY)
  await import(pathToFileURL(ENTRY).href)
} else {
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...flags, ENTRY, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
