// What Electron's own default app does for `electron [-r module] <path> [args]`, and no more.
import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(1)
const preload = []
let target
for (let i = 0; i < args.length; i++) {
  if (args[i] === '-r' || args[i] === '--require') preload.push(args[++i])
  else if (!args[i].startsWith('-')) {
    target = path.resolve(args[i])
    break
  }
}
if (!target) {
  console.error('electron stand-in: give the folder of an app')
  app.exit(2)
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  const require = createRequire(path.join(target, 'package.json'))
  for (const id of preload) require(id)
  const manifest = path.join(target, 'package.json')
  let entry = target
  if (existsSync(manifest)) {
    const pkg = JSON.parse(readFileSync(manifest, 'utf8'))
    if (pkg.version) app.setVersion(pkg.version)
    app.name = pkg.productName ?? pkg.name ?? app.name
    app.setDesktopName(pkg.desktopName ?? `${app.name}.desktop`)
    app.setAppPath(target)
    entry = require.resolve(path.join(target, pkg.main ?? 'index.js'))
  } else {
    app.setAppPath(path.dirname(target))
  }
  await import(pathToFileURL(entry).href)
}
