import type { Page } from 'playwright/test'
import { standInDesktop } from '../../bench/support/standInDesktop.ts'

const ADDRESS = '/kept/document'

/** Opens the page as a desktop window whose workshop holds this document (a Yjs update). */
export async function openDocument(page: Page, update: Uint8Array): Promise<void> {
  await page.route(`**${ADDRESS}`, (route) =>
    route.fulfill({ body: Buffer.from(update), contentType: 'application/octet-stream' }),
  )
  await page.addInitScript(standInDesktop, ADDRESS)
  await page.goto('/')
  await page.locator('[data-canvas]').waitFor()
}
