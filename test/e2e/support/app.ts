import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type JSHandle,
  type Page,
} from 'playwright/test'
import { ensureDisplay } from '../../../scripts/lib/display.mjs'
import type { PreloadApi } from '../../../shared/ipc/preloadApi.ts'

const root = path.join(import.meta.dirname, '../../..')

/**
 * Where there is no GPU, its process dies as it starts, and about one page in 70 then waits for it for ever
 * (Chromium 130). Without the attempt all is drawn in software from the first.
 */
const NO_GPU = '--disable-gpu'

export interface LaunchOptions {
  /** A user-data folder; without one, the test's own, which is empty at first and stays between launches. */
  readonly profile?: string
  /** Workshop files to open, as on a command line. */
  readonly files?: readonly string[]
  /** Where the app is started from. */
  readonly cwd?: string
}

/** The running app and its first window. */
export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  /** What the processes and the page printed so far. */
  readonly log: string[]
}

interface Fixtures {
  /** A folder for this test, gone afterwards. */
  readonly folder: string
  /** What the app takes for the user's documents folder. */
  readonly documents: string
  /** Starts the real, built app. Every launched app is closed after the test. */
  readonly launch: (options?: LaunchOptions) => Promise<Launched>
}

export const test = base.extend<Fixtures, { readonly display: void }>({
  display: [
    async ({}, use) => {
      if (process.env['THROUGHLINE_OWN_DISPLAYS']) {
        delete process.env['DISPLAY']
        await ensureDisplay()
      }
      await use()
    },
    { scope: 'worker', auto: true },
  ],
  folder: async ({}, use) => {
    const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'throughline-e2e-')))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  documents: async ({ folder }, use) => use(path.join(folder, 'Documents')),
  launch: async ({ folder, documents }, use, info) => {
    const closes: Array<() => Promise<void>> = []
    const logs: string[][] = []
    await use(async ({ profile = path.join(folder, 'profile'), files = [], cwd = root } = {}) => {
      const args = [root, `--user-data-dir=${profile}`, NO_GPU, ...files]
      const app = await _electron.launch({ args, cwd })
      closes.push(closer(app))
      const log = collectLog(app)
      logs.push(log)
      const page = await app.firstWindow()
      await page.waitForLoadState()
      // Not earlier: while the app is starting up, what it is asked may get lost.
      await app.evaluate(({ app: electron }, to) => electron.setPath('documents', to), documents)
      return { app, page, log }
    })
    await Promise.all(closes.map((close) => close()))
    if (info.status === info.expectedStatus) return
    for (const [index, log] of logs.entries())
      await writeFile(info.outputPath(`app-${index + 1}.log`), log.join('\n'))
  },
})
export { expect }

function collectLog(app: ElectronApplication): string[] {
  const log: string[] = []
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (chunk: unknown) => log.push(String(chunk)))
  app.on('window', (page) => {
    page.on('pageerror', (error) => log.push(`page error: ${error.message}`))
    page.on('console', (message) => log.push(`page ${message.type()}: ${message.text()}`))
  })
  return log
}

/** Ends an app in order. One that does not end by itself, for example because it asks something, is killed. */
function closer(app: ElectronApplication): () => Promise<void> {
  const child = app.process()
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
    await app.close().catch(() => undefined) // it may have ended meanwhile
    clearTimeout(timer)
  }
}

/** What preload offers to a page. */
export function desktopOf(page: Page): Promise<JSHandle<PreloadApi>> {
  return page.evaluateHandle('window["throughline"]') as Promise<JSHandle<PreloadApi>>
}

/** Makes a workshop in the first window, which has the start screen, and waits until its board can be used. */
export async function newWorkshop(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load')
  const desktop = await desktopOf(page)
  await desktop.evaluate((api) => void api.newWorkshop())
  await loaded
  await page.locator('[data-canvas]').waitFor()
}

/** From now on the user chooses this file in save dialogs; null cancels. */
export async function answerSaveDialog(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
  }, file)
}

/** From now on the user chooses this file in open dialogs; null cancels. */
export async function answerOpenDialog(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({
      canceled: filePath === null,
      filePaths: filePath ? [filePath] : [],
    })
  }, file)
}

/** From now on the user presses this button (0 is the first) in message boxes; resolves to what they were asked. */
export async function answerMessageBoxes(
  app: ElectronApplication,
  button: number,
): Promise<() => Promise<string[]>> {
  const asked = await app.evaluateHandle(({ dialog }, response) => {
    const messages: string[] = []
    dialog.showMessageBox = async (...given: unknown[]) => {
      messages.push((given.at(-1) as { message: string }).message)
      return { response, checkboxChecked: false }
    }
    return messages
  }, button)
  return () => asked.jsonValue()
}

/** The process id of the store. */
export async function storePid(app: ElectronApplication): Promise<number> {
  return app.evaluate(async ({ app: electron }) => {
    const utility = electron
      .getAppMetrics()
      .find(({ serviceName, name }) => (name ?? serviceName) === 'store')
    if (utility) return utility.pid
    // Where the store is a plain Node child, it is found as a child of this process.
    const { readFileSync } = process.getBuiltinModule('node:fs')
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
      .trim()
      .split(/\s+/)
    const isStore = (pid: string) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('store.js')
    const found = children.find(isStore)
    if (found === undefined) throw new Error('the store does not run')
    return Number(found)
  })
}

/** Kills a page's process, as the system does when memory runs out; resolves when that was noticed. */
export async function killWindow(app: ElectronApplication, page: Page): Promise<void> {
  const browser = await app.browserWindow(page)
  // While a page has no process its id is 0, and to kill 0 means to kill this test and everything around it.
  let pid = 0
  const findPid = async () => (pid = await browser.evaluate((window) => window.webContents.getOSProcessId()))
  await expect.poll(findPid).toBeGreaterThan(0)
  const crashed = page.waitForEvent('crash')
  process.kill(pid, 'SIGKILL')
  await crashed
}
