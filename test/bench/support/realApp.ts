import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright/test'

const root = path.join(import.meta.dirname, '../../..')

/** A folder for one benchmark; the caller removes it. */
export const benchFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-bench-'))

/** The built app with one workshop, and the moment its process was started (ms since 1970). */
export async function openInApp(
  folder: string,
  file: string,
): Promise<{ readonly app: ElectronApplication; readonly page: Page; readonly startedAt: number }> {
  const startedAt = Date.now()
  const app = await _electron.launch({
    args: ['--disable-gpu', root, `--user-data-dir=${path.join(folder, 'profile')}`, file],
    cwd: root,
  })
  const page = await app.firstWindow()
  await page.locator('[data-canvas]').waitFor()
  return { app, page, startedAt }
}
