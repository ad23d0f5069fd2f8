import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { standInFolder } from './standin.mjs'

const require = createRequire(import.meta.url)
const home = path.dirname(require.resolve('electron/package.json'))
const wanted = require('electron/package.json').version
const dist = path.join(home, 'dist')
const pathFile = path.join(home, 'path.txt')

/**
 * Makes sure there is an Electron: the official one, or where its download cannot be reached, the stand-in.
 * Returns its binary and, if it is the stand-in, that one's version. Throws with what to do if there is none.
 */
export async function ensureElectron({ log }) {
  const standInAllowed = !['1', 'true'].includes(process.env.THROUGHLINE_NO_STANDIN ?? '')
  if (isStandIn() && !standInAllowed) rmSync(dist)
  if (installed()) return found()

  log(`setup: downloading Electron ${wanted}`)
  // electron/install.js checks the archive against the sha256 in its package, which the lockfile pins.
  const download = spawnSync(process.execPath, [path.join(home, 'install.js')], { encoding: 'utf8' })
  if (download.status === 0 && installed()) return found()

  const standIn = standInAllowed ? await standInFolder({ log }) : undefined
  if (!standIn) throw new Error(unreachable(download, standInAllowed))
  rmSync(dist, { recursive: true, force: true })
  symlinkSync(standIn, dist)
  writeFileSync(pathFile, 'electron')
  return found()
}

function installed() {
  if (!existsSync(pathFile)) return undefined
  const binary = path.join(dist, readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

const isStandIn = () => lstatSync(dist, { throwIfNoEntry: false })?.isSymbolicLink() === true

function found() {
  const standIn = isStandIn() ? readFileSync(path.join(dist, 'version'), 'utf8').trim() : undefined
  return { binary: installed(), wanted, standIn }
}

function unreachable(download, standInAllowed) {
  const reason = `${download.error ?? ''}${download.stderr ?? ''}`.trim().split('\n')[0]
  return [
    `setup: Electron ${wanted} could not be downloaded (${reason}).`,
    'It comes from github.com. Behind a proxy set HTTPS_PROXY and ELECTRON_GET_USE_PROXY=1, or point ELECTRON_MIRROR',
    `at a mirror; or unpack the official archive into ${dist} and write its binary's path into ${pathFile}.`,
    ...(standInAllowed
      ? []
      : ['THROUGHLINE_NO_STANDIN is set, so no stand-in was used: unset it to allow one.']),
  ].join('\n')
}
