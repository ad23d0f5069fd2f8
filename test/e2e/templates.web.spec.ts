import { readFileSync } from 'node:fs'
import { expect, test, type Page } from 'playwright/test'
import { readTemplate } from '../support/stockTemplates.ts'
import { axeViolations } from './support/axe.ts'
import { boardOf } from './support/board.ts'
import { callsOf, openStart } from './support/startScreen.ts'

const gallery = (page: Page) => page.getByRole('dialog')
const card = (page: Page, name: string | RegExp) =>
  gallery(page).getByRole('listitem').getByRole('button', { name, exact: true })
const said = (page: Page) => page.getByRole('region', { name: 'Notifications' })

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/?lang=en&theme=light${query}`)
  await page.locator('[data-canvas]').waitFor()
}

/** Opens the gallery, in which this card is the first. */
async function openGalleryAt(page: Page, first: string): Promise<void> {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Control+Alt+J')
  await expect(card(page, first)).toBeFocused()
}
const openGallery = (page: Page) => openGalleryAt(page, 'Guest and host, Airbnb-style')

/** How many shapes of each kind there are on the board. */
async function kinds(page: Page): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of await boardOf(page).shapes()) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

test('a journey is added to the board from a template by keyboard, as one step', async ({ page }) => {
  await open(page)
  await openGallery(page)
  await page.keyboard.press('ArrowRight')
  await expect(card(page, 'Coffee shop, Starbucks-style')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(gallery(page)).toBeHidden()
  await expect.poll(() => kinds(page)).toMatchObject({ storyboard: 1, map: 1, note: 19 })
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => kinds(page)).toEqual({})
})

test('the gallery is accessible, in Persian and dark, too', async ({ page }) => {
  await open(page)
  await openGallery(page)
  expect(await axeViolations(page)).toEqual([])
  await page.goto('/?lang=fa&theme=dark')
  await openGalleryAt(page, 'مهمان و میزبان به سبک Airbnb')
  expect(await axeViolations(page)).toEqual([])
})

test('one’s own journey is saved as a template, used, deleted, and brought back', async ({ page }) => {
  await open(page, '&begin=shoes')
  await expect.poll(() => kinds(page), { timeout: 30_000 }).toMatchObject({ storyboard: 1, map: 1 })
  const first = await kinds(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('save as template')
  await page.keyboard.press('Enter')
  const field = page.getByRole('dialog').getByLabel('Name')
  await expect(field).toHaveValue('Iva’s new running shoes')
  await field.fill('Our shoes')
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('“Our shoes” is now one of your templates.')

  await open(page) // another, empty workshop
  await openGalleryAt(page, 'Our shoes')
  await page.keyboard.press('Enter')
  await expect.poll(() => kinds(page)).toEqual(first)

  await openGalleryAt(page, 'Our shoes')
  await page.keyboard.press('Delete')
  await expect(card(page, 'Our shoes')).toBeHidden()
  await said(page).getByRole('button', { name: 'Undo' }).click()
  await expect(card(page, 'Our shoes')).toBeVisible()
})

test('what is no template is named and left as it is', async ({ page }) => {
  await open(page)
  await page.evaluate(() => localStorage.setItem('throughline:template:Broken.json', '{"id":'))
  await openGallery(page)
  await expect(gallery(page).getByRole('status')).toContainText('Broken.json')
  expect(await page.evaluate(() => localStorage.getItem('throughline:template:Broken.json'))).toBe('{"id":')
})

test('the start screen begins with a template, an empty board, or the sample', async ({ page }) => {
  await openStart(page)
  await page.getByRole('button', { name: 'New from template…' }).click()
  await card(page, 'Buying shoes across channels').click()
  await expect
    .poll(() => callsOf(page, 'newWorkshop'))
    .toEqual([{ name: 'Buying shoes across channels', begin: { kind: 'stock', id: 'shoes' } }])
  await expect(gallery(page)).toBeHidden()
  await page.getByRole('button', { name: 'New from template…' }).click()
  await card(page, 'Blank canvas').click()
  await page.getByRole('button', { name: 'Open sample workshop' }).click()
  await expect
    .poll(async () => (await callsOf(page, 'newWorkshop')).slice(1))
    .toEqual([undefined, { name: 'A weekend in Split (sample)', begin: { kind: 'sample' } }])
})

test('the sample looks finished, with all that a workshop leaves behind', async ({ page }) => {
  await open(page, '&begin=sample')
  // A hundred figures and notes take a moment on a busy machine.
  await expect.poll(() => kinds(page), { timeout: 30_000 }).toMatchObject({ storyboard: 1, map: 2 })
  const shapes = await boardOf(page).shapes()
  expect(shapes.filter(({ kind }) => kind === 'figure').length).toBeGreaterThan(80)
  const notes = shapes.flatMap((shape) => (shape.kind === 'note' ? [shape] : []))
  expect(notes.filter(({ owner }) => owner !== undefined).length).toBeGreaterThan(15)
})

test('a template goes to another computer as a file; what is none is refused', async ({ page }) => {
  await open(page)
  await page.evaluate(
    (content) => localStorage.setItem('throughline:template:Ours', content),
    JSON.stringify({ ...readTemplate('blank-map.json'), name: 'Ours', description: 'Our way' }),
  )
  await openGalleryAt(page, 'Ours')
  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export “Ours”' }).click()
  const download = await downloaded
  expect(download.suggestedFilename()).toBe('Ours.json')
  const exported = readFileSync(await download.path(), 'utf8')

  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await openGallery(page)
  const importing = async (name: string, content: string) => {
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import…' }).click()
    const chooser = await choosing
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  }
  await importing('shopping.json', '["milk"]')
  await expect(said(page)).toContainText('“shopping.json” is not a Throughline template.')
  await importing('Ours.json', exported)
  await expect(card(page, 'Ours')).toBeVisible()
})
