import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromiumPath } from './chromium.mjs'

/** Debian and Ubuntu packages. `a|b`: the first that apt knows (Ubuntu 24.04 renamed some). */
const LIBRARIES = [
  'libnss3',
  'libgtk-3-0t64|libgtk-3-0',
  'libgbm1',
  'libasound2t64|libasound2',
  'libatk-bridge2.0-0t64|libatk-bridge2.0-0',
  'libcups2t64|libcups2',
  'libdrm2',
  'libxkbcommon0',
]

/** Covers Latin, Cyrillic and Arabic letters: native menus and dialogs do not see the fonts of the app. */
const FONT = 'fonts-dejavu-core'

/**
 * Installs what Linux lacks when that is possible (root, with apt); else throws with the exact command to run.
 * Quick and silent when nothing is missing.
 */
export async function ensureSystem({ electron, display, browser, log }) {
  if (browser && !(await chromiumPath()) && process.platform !== 'linux')
    throw new Error('setup: the tests need Google Chrome, or run: npx playwright install chromium')
  if (process.platform !== 'linux') return
  const missing = await findMissing({ electron, display, browser })
  if (missing.length === 0) return
  const what = missing.map(({ name }) => name).join('; ')
  const packages = missing.flatMap((each) => each.packages)
  if (!onPath('apt-get'))
    throw new Error(`setup: this machine lacks ${what}. Install it with the machine's package manager.`)
  if (process.getuid() !== 0)
    throw new Error(`setup: this machine lacks ${what}. Run:\n  ${byHand(packages)}`)
  log(`setup: installing ${what}`)
  install(packages)
  const still = await findMissing({ electron, display, browser })
  if (still.length > 0) throw new Error(`setup: still missing: ${still.map(({ name }) => name).join('; ')}`)
}

async function findMissing({ electron, display, browser }) {
  const missing = []
  const libraries = missingLibraries(electron)
  if (libraries.length > 0) {
    const more = libraries.length > 1 ? ` and ${libraries.length - 1} more libraries` : ''
    missing.push({ name: `${libraries[0]}${more}`, packages: LIBRARIES })
  }
  if (!hasFonts())
    missing.push({ name: 'a font with Cyrillic and Persian letters', packages: [FONT, 'fontconfig'] })
  if (display && !hasDisplay() && !onPath('Xvfb'))
    missing.push({ name: 'an X server (there is no display)', packages: ['xvfb'] })
  if (browser && !(await chromiumPath())) missing.push({ name: 'Chromium', packages: ['chromium'] })
  // Tests of sessions make networks of their own, which only root may.
  if (browser && process.getuid() === 0 && !onPath('ip'))
    missing.push({ name: 'the `ip` command, for networks to test in', packages: ['iproute2'] })
  return missing
}

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.some((folder) => existsSync(path.join(folder, name)))
}

function missingLibraries(binary) {
  const { stdout } = spawnSync('ldd', [binary], { encoding: 'utf8' })
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}

function hasFonts() {
  return ['ru', 'fa'].every((language) => {
    const { stdout } = spawnSync('fc-list', [`:lang=${language}`, 'family'], { encoding: 'utf8' })
    return Boolean(stdout?.trim())
  })
}

const byHand = (packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.map(knownName).join(' ')}`

function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', DEBCONF_NOWARNINGS: 'yes' }
  const apt = (...args) => {
    const options = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', ...args]
    const { status, stdout, stderr, error } = spawnSync('apt-get', options, { encoding: 'utf8', env })
    if (status !== 0) throw new Error(`setup: apt-get ${args[0]} failed\n${error ?? `${stdout}${stderr}`}`)
  }
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...packages.map(knownName))
}

function knownName(alternatives) {
  const names = alternatives.split('|')
  const isKnown = (name) => {
    const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' })
    return /Candidate: (?!\(none\))/.test(stdout ?? '')
  }
  return names.find(isKnown) ?? names.at(-1)
}
