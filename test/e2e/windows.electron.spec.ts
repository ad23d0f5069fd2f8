import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import type { WindowRole } from '../../shared/ipc/desktopContract.ts'
import {
  answerMessageBoxes,
  answerOpenDialog,
  answerSaveDialog,
  desktopOf,
  expect,
  killWindow,
  newWorkshop,
  storePid,
  test,
} from './support/app.ts'

test('the app opens on the start screen, and again there when it is started once more', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch()
  expect(await roleOf(page)).toEqual({ kind: 'start' })
  await expect(page).toHaveTitle('Throughline')
  await startAgain(app, path.join(folder, 'profile'), folder)
  expect(app.windows()).toHaveLength(1)
})

test('a new workshop takes the place of the start screen; the next ones get windows and numbers', async ({
  launch,
  documents,
}) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  expect(await roleOf(page)).toEqual({
    kind: 'workshop',
    name: 'Untitled workshop',
    folder: path.join(documents, 'Throughline'),
    readOnly: false,
  })
  await expect(page).toHaveTitle(/Untitled workshop/)
  const second = await opened(app, page, 'newWorkshop')
  expect(await roleOf(second)).toMatchObject({ name: 'Untitled workshop 2' })
  expect(workshopsIn(documents)).toEqual(['Untitled workshop 2.journey', 'Untitled workshop.journey'])
})

test('a file on the command line is opened, and opening it again comes back to its window', async ({
  launch,
  folder,
}) => {
  const profile = path.join(folder, 'profile')
  const first = await launch()
  await newWorkshop(first.page)
  await first.app.close()
  mkdirSync(path.join(folder, 'work'))
  const made = path.join(folder, 'Documents/Throughline/Untitled workshop.journey')
  const [guests, hosts] = ['Guests.journey', 'میزبان‌ها.journey'].map((name) =>
    path.join(folder, 'work', name),
  )
  for (const copy of [guests, hosts]) writeFileSync(String(copy), readFileSync(made))

  const { app, page } = await launch({ cwd: folder, files: ['work/Guests.journey'] })
  expect(await roleOf(page)).toMatchObject({ name: 'Guests', folder: path.join(folder, 'work') })
  const next = app.waitForEvent('window')
  await startAgain(app, profile, path.join(folder, 'work'), 'میزبان‌ها.journey')
  const second = await next
  await second.waitForLoadState()
  expect(await roleOf(second)).toMatchObject({ name: 'میزبان‌ها' })
  await startAgain(app, profile, folder, 'work/../work/Guests.journey')
  await expect.poll(() => focusedTitle(app)).toContain('Guests')
  expect(app.windows()).toHaveLength(2)
})

test('a file that is no workshop is explained, and the start screen is there', async ({ launch, folder }) => {
  const { app } = await launch()
  const asked = await answerMessageBoxes(app, 0)
  writeFileSync(path.join(folder, 'Notes.journey'), 'These are not the bytes of a workshop.'.repeat(100))
  await startAgain(app, path.join(folder, 'profile'), folder, 'Notes.journey')
  await expect.poll(asked).toEqual([expect.stringContaining('Notes')])
  expect(app.windows()).toHaveLength(1)
})

test('the open dialog opens a workshop; cancelled, it changes nothing', async ({ launch, documents }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const desktop = await desktopOf(page)
  await answerOpenDialog(app, null)
  expect(await desktop.evaluate((api) => api.openWorkshop())).toEqual({ result: 'cancelled' })
  await answerOpenDialog(app, path.join(documents, 'Throughline/Gone.journey'))
  expect(await desktop.evaluate((api) => api.openWorkshop())).toEqual({
    result: 'failed',
    code: 'not-found',
    name: 'Gone',
  })
  await answerOpenDialog(app, path.join(documents, 'Throughline/Untitled workshop.journey'))
  expect(await desktop.evaluate((api) => api.openWorkshop())).toMatchObject({ result: 'done' })
  expect(app.windows()).toHaveLength(1)
})

test('a workshop is renamed and copied', async ({ launch, documents }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const desktop = await desktopOf(page)
  const rename = (name: string) => desktop.evaluate((api, to) => api.renameWorkshop({ name: to }), name)
  expect(await rename('  Guest: journey?  ')).toEqual({ result: 'done', name: 'Guest- journey-' })
  expect(await roleOf(page)).toMatchObject({ name: 'Guest- journey-' })

  const copy = path.join(documents, 'Throughline/Copy.journey')
  await answerSaveDialog(app, copy)
  expect(await desktop.evaluate((api) => api.saveCopy())).toEqual({ result: 'done', name: 'Copy' })
  expect(await rename('Copy')).toEqual({ result: 'failed', code: 'already-exists', name: 'Copy' })
  expect(await roleOf(page)).toMatchObject({ name: 'Guest- journey-' })
  await answerSaveDialog(app, path.join(documents, 'Throughline/Guest- journey-.journey'))
  expect(await desktop.evaluate((api) => api.saveCopy())).toMatchObject({ code: 'already-exists' })
  expect(workshopsIn(documents)).toEqual(['Copy.journey', 'Guest- journey-.journey'])
})

test('an export is written where the save dialog says', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const desktop = await desktopOf(page)
  const exportBytes = () =>
    desktop.evaluate((api) =>
      api.exportFile({ suggestedName: 'Board', kind: 'png', data: new Uint8Array([137, 80, 78, 71]) }),
    )
  await answerSaveDialog(app, null)
  expect(await exportBytes()).toEqual({ result: 'cancelled' })
  await answerSaveDialog(app, path.join(folder, 'Board'))
  expect(await exportBytes()).toEqual({ result: 'done', name: 'Board.png' })
  expect([...readFileSync(path.join(folder, 'Board.png'))]).toEqual([137, 80, 78, 71])
  // The dialog did not ask about Board.png, so it is not replaced.
  expect(await exportBytes()).toEqual({ result: 'done', name: 'Board 2.png' })
  await answerSaveDialog(app, path.join(folder, 'nowhere/Board.png'))
  expect(await exportBytes()).toEqual({ result: 'failed', code: 'not-found', name: 'Board.png' })
})

test('language and theme hold for all windows, the menu bar, and the next start', async ({ launch }) => {
  const first = await launch()
  await newWorkshop(first.page)
  const second = await opened(first.app, first.page, 'newWorkshop')
  const heard = await second.evaluateHandle(() => [] as unknown[])
  const desktop = await desktopOf(second)
  await desktop.evaluate((api, list) => void api.onEvent((event) => list.push(event)), heard)
  const change = await desktopOf(first.page)
  await change.evaluate((api) => api.changeSettings({ language: 'hr', theme: 'dark' }))
  await expect
    .poll(() => heard.jsonValue())
    .toContainEqual({ event: 'settings', settings: { language: 'hr', theme: 'dark' } })
  expect(await menuLabels(first.app)).toContain('Datoteka')
  await first.app.close()

  const again = await launch()
  const { settings } = await (await desktopOf(again.page)).evaluate((api) => api.context())
  expect(settings).toEqual({ language: 'hr', theme: 'dark' })
  expect(await again.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
  expect(await menuLabels(again.app)).toContain('Datoteka')
})

test('a window comes back where it was', async ({ launch }) => {
  const bounds = { x: 60, y: 40, width: 1010, height: 650 }
  const first = await launch()
  const browser = await first.app.browserWindow(first.page)
  await browser.evaluate((window, to) => window.setBounds(to), bounds)
  await expect.poll(() => browser.evaluate((window) => window.getBounds())).toEqual(bounds)
  await first.app.close()
  const again = await launch()
  const placed = await again.app.browserWindow(again.page)
  expect(await placed.evaluate((window) => window.getNormalBounds())).toEqual(bounds)
})

test('when the store is killed, another one takes over and the window hears of it', async ({ launch }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const heard = await page.evaluateHandle(() => [] as string[])
  const desktop = await desktopOf(page)
  // A window that loses the focus is asked to flush at any time: that is not what is listened for.
  await desktop.evaluate(
    (api, list) => void api.onEvent(({ event }) => event !== 'flush' && list.push(event)),
    heard,
  )
  await heard.evaluate((list) => {
    window.addEventListener('message', ({ data, ports }) => {
      if (data === 'throughline:store-port' && ports.length === 1) list.push('port')
    })
  })
  const before = await storePid(app)
  process.kill(before, 'SIGKILL')
  await expect.poll(() => heard.jsonValue()).toEqual(['storeLost', 'port'])
  expect(await storePid(app)).not.toBe(before)
  // Main speaks to the new one, too.
  expect(await desktop.evaluate((api) => api.renameWorkshop({ name: 'Still here' }))).toMatchObject({
    result: 'done',
  })
})

test('a file that is away when the store is started again is waited for', async ({ launch, documents }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const desktop = await desktopOf(page)
  const heard = await page.evaluateHandle(() => [] as unknown[])
  await desktop.evaluate((api, list) => void api.onEvent((event) => list.push(event)), heard)
  const file = path.join(documents, 'Throughline/Untitled workshop.journey')
  renameSync(file, `${file}.away`)
  process.kill(await storePid(app), 'SIGKILL')
  await expect.poll(() => heard.jsonValue()).toContainEqual({ event: 'storeFailed', code: 'not-found' })
  await answerSaveDialog(app, path.join(documents, 'Copy.journey'))
  expect(await desktop.evaluate((api) => api.saveCopy())).toEqual({
    result: 'failed',
    code: 'not-found',
    name: 'Untitled workshop',
  })
  renameSync(`${file}.away`, file)
  await expect
    .poll(() => desktop.evaluate((api) => api.renameWorkshop({ name: 'Back' })), { timeout: 15_000 })
    .toEqual({ result: 'done', name: 'Back' })
})

test('a store that keeps dying is given up, and the window hears of it', async ({ launch }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const heard = await page.evaluateHandle(() => [] as unknown[])
  const desktop = await desktopOf(page)
  await desktop.evaluate((api, list) => void api.onEvent((event) => list.push(event)), heard)
  let last = 0
  for (let kill = 0; kill < 7; kill++) {
    await expect.poll(() => storePid(app).catch(() => last)).not.toBe(last)
    last = await storePid(app)
    process.kill(last, 'SIGKILL')
  }
  await expect.poll(() => heard.jsonValue()).toContainEqual({ event: 'storeFailed', code: 'store-failed' })
  expect(await desktop.evaluate((api) => api.renameWorkshop({ name: 'x' }))).toMatchObject({
    code: 'store-failed',
  })
  // A window that opens later does not wait for ever.
  const later = app.waitForEvent('window')
  await desktop.evaluate((api) => api.showStart())
  await expect((await later).getByRole('alert')).toBeVisible()
})

test('pages write what they hold before the machine sleeps or is locked', async ({ launch }) => {
  const { app, page } = await launch()
  const heard = await page.evaluateHandle(() => [] as string[])
  const desktop = await desktopOf(page)
  await desktop.evaluate((api, list) => void api.onEvent(({ event }) => list.push(event)), heard)
  for (const event of ['suspend', 'lock-screen'])
    await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
  await expect.poll(() => heard.jsonValue()).toEqual(['flush', 'flush'])
})

test('when a page is killed, it is loaded again and says so', async ({ launch }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const browser = await app.browserWindow(page)
  await killWindow(app, page)
  // The driver takes the page for dead, so its window is asked.
  const text = () =>
    browser.evaluate(({ webContents }) =>
      webContents.isLoading() ? '' : webContents.executeJavaScript('document.body.textContent'),
    )
  await expect.poll(text).toContain('This window stopped and was opened again')
})

test('a page that does not answer is closed only when the user says so', async ({ launch }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const frozen = await opened(app, page, 'newWorkshop')
  const browser = await app.browserWindow(frozen)
  const asked = await answerMessageBoxes(app, 1) // close anyway
  await frozen.evaluate(() => {
    setTimeout(() => {
      for (;;);
    })
  })
  await browser.evaluate((window) => window.close())
  await expect.poll(asked, { timeout: 10_000 }).toEqual(['Not everything in “Untitled workshop 2” is saved'])
  await expect.poll(() => app.windows().length).toBe(1)
})

test('the menu bar does what the page can do, and lists recent workshops', async ({ launch }) => {
  const { app, page } = await launch()
  expect(await menuItem(app, 'file.rename')).toMatchObject({ enabled: false })
  await newWorkshop(page)
  await expect.poll(() => menuItem(app, 'file.rename')).toMatchObject({ enabled: true })
  await expect.poll(() => menuItem(app, 'tool.select')).toMatchObject({ checked: true })
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.rename')?.click())
  await expect(page.getByRole('dialog')).toBeVisible()
  const recent = () =>
    app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()
        ?.items[0]?.submenu?.items.find(({ label }) => label === 'Open recent')
        ?.submenu?.items.map(({ label }) => label),
    )
  await expect.poll(recent).toEqual(['Untitled workshop', '', 'Clear list'])
})

test('quitting closes every window and the store', async ({ launch, documents }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  await opened(app, page, 'newWorkshop')
  const store = await storePid(app)
  await app.close()
  expect(() => process.kill(store, 0)).toThrow('ESRCH')
  // A file that was closed in order has no journal beside it.
  expect(readdirSync(path.join(documents, 'Throughline')).toSorted()).toEqual([
    'Untitled workshop 2.journey',
    'Untitled workshop.journey',
  ])
})

async function roleOf(page: Page): Promise<WindowRole> {
  const desktop = await desktopOf(page)
  return (await desktop.evaluate((api) => api.context())).role
}

/** Has a page do something that opens another window; resolves to that. */
async function opened(
  app: ElectronApplication,
  page: Page,
  method: 'newWorkshop' | 'openWorkshop',
): Promise<Page> {
  const next = app.waitForEvent('window')
  const desktop = await desktopOf(page)
  await desktop.evaluate((api, name) => void api[name](), method)
  const other = await next
  await other.locator('[data-canvas]').waitFor()
  return other
}

/** Starts the app a second time, as a double click does; resolves when that one has handed over and ended. */
async function startAgain(
  app: ElectronApplication,
  profile: string,
  cwd: string,
  ...files: string[]
): Promise<void> {
  const root = path.join(import.meta.dirname, '../..')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...asRoot, root, `--user-data-dir=${profile}`, ...files]
  const second = spawn(app.process().spawnfile, args, { cwd, stdio: 'ignore' })
  expect(await once(second, 'exit')).toEqual([0, null])
}

const workshopsIn = (documents: string): string[] =>
  readdirSync(path.join(documents, 'Throughline'))
    .filter((name) => !name.endsWith('-journal'))
    .toSorted()

const focusedTitle = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle() ?? '')

const menuLabels = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])

const menuItem = (app: ElectronApplication, id: string): Promise<{ enabled?: boolean; checked?: boolean }> =>
  app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    return item ? { enabled: item.enabled, checked: item.checked } : {}
  }, id)
