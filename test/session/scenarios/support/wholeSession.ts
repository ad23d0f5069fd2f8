import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, expect, type ElectronApplication, type Page } from 'playwright/test'
import { ensureDisplay } from '../../../../scripts/lib/display.mjs'
import { newWorkshop } from '../../../e2e/support/app.ts'
import { boardOf } from '../../../e2e/support/board.ts'
import { joinSession, startSession } from '../../../e2e/support/session.ts'

/*
 * A session of two real apps on this machine from beginning to end, as a process of its own so that it can run on any machine of
 * a network: what leaves that machine meanwhile is counted by whoever started this. Prints `done`.
 */
/** On a machine that may be busy with something else, ms. */
const PATIENCE_MS = 20_000
const root = path.join(import.meta.dirname, '../../../..')
const folder = mkdtempSync(path.join(tmpdir(), 'tl-silent-'))
process.env['THROUGHLINE_NODE'] ??= process.execPath
await ensureDisplay()

const apps: ElectronApplication[] = []
try {
  const [host, joiner] = [await open('host'), await open('joiner')]
  await newWorkshop(host.page)
  await boardOf(host.page).note([400, 300], 'from the host')
  const link = await startSession(host.page)
  await joinSession(joiner.app, joiner.page, link, { file: path.join(folder, 'Copy.journey') })
  for (const { page } of [host, joiner])
    await expect(page.getByRole('button', { name: /^Live/ })).toHaveText('Live · 2', { timeout: PATIENCE_MS })
  await boardOf(joiner.page).note([400, 600], 'from the joiner')
  for (const { page } of [host, joiner]) await page.keyboard.press('Shift+O')
  await sees(joiner.page, 'from the host')
  await sees(host.page, 'from the joiner')
  await joiner.app.close()
  await expect(host.page.getByRole('button', { name: /^Live/ })).toHaveText('Live · 1', {
    timeout: PATIENCE_MS,
  })
  console.log('done')
} finally {
  await Promise.all(apps.map((app) => app.close().catch(() => undefined)))
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

async function open(profile: string): Promise<{ app: ElectronApplication; page: Page }> {
  const args = [root, `--user-data-dir=${path.join(folder, profile)}`, '--disable-gpu']
  const app = await _electron.launch({ args, cwd: root })
  apps.push(app)
  const page = await app.firstWindow()
  await page.waitForLoadState()
  await app.evaluate(
    ({ app: electron }, to) => electron.setPath('documents', to),
    path.join(folder, profile, 'Documents'),
  )
  return { app, page }
}

/** The outline lists everything on the board, whoever it belongs to. */
async function sees(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('treeitem', { name: text })).toBeVisible({ timeout: PATIENCE_MS })
}
