import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ROOT } from './paths.mjs'
import { runTree } from './processTree.mjs'

const require = createRequire(import.meta.url)

/** What a build is made of. */
const SOURCES = ['electron', 'renderer', 'shared', 'resources']
const CONFIG = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** One hash of everything a build is made of, by content: a switch of branches and back costs no build. */
export function sourceHash(root = ROOT) {
  const hash = createHash('sha256')
  const inside = SOURCES.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((file) => path.join(folder, file)),
  )
  const files = [...inside, ...CONFIG].map((file) => file.replaceAll('\\', '/')).toSorted()
  for (const file of files) {
    const full = path.join(root, file)
    if (!existsSync(full) || statSync(full).isDirectory()) continue
    const content = readFileSync(full)
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

const stampFile = (root) => path.join(root, 'out/sources.sha256')

/** Is `out/` what a build of the present sources would make? */
export function isBuilt(root = ROOT) {
  const parts = ['main/index.js', 'preload/index.cjs', 'renderer/index.html', 'renderer/guest.html']
  if (!parts.every((part) => existsSync(path.join(root, 'out', part)))) return false
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === sourceHash(root)
}

/** Say that `out/` was built from sources with this hash. */
export function markBuilt(hash, root = ROOT) {
  mkdirSync(path.dirname(stampFile(root)), { recursive: true })
  writeFileSync(stampFile(root), hash)
}

/** Forget what `out/` was built from: somebody else is about to write there. */
export function unmarkBuilt(root = ROOT) {
  rmSync(stampFile(root), { force: true })
}

/** electron-vite's command line, to be run with Node. */
export function electronVite() {
  return path.join(path.dirname(require.resolve('electron-vite/package.json')), 'bin/electron-vite.js')
}

/** Builds the app unless that is done. Returns false if the build failed (it has said why). */
export async function ensureBuilt({ force = false, log }) {
  if (!force && isBuilt()) return true
  log('build: the sources have changed, building')
  const hash = sourceHash() // before, so that an edit made while building is seen next time
  unmarkBuilt()
  const { code } = await runTree(process.execPath, [electronVite(), 'build', '--logLevel', 'error'], {
    cwd: ROOT,
  })
  if (code !== 0) return false
  markBuilt(hash)
  return true
}
