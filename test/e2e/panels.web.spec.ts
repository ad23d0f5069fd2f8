import { expect, test, type Page } from 'playwright/test'
import { boardOf, paste } from './support/board.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en&theme=light')
  await page.locator('[data-canvas]').waitFor()
})

const press = async (page: Page, keys: string) => {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press(keys)
}

const panel = (page: Page) => page.getByRole('region', { name: 'Style' })

test('the style panel shows what is selected and changes it, by mouse and by keyboard', async ({ page }) => {
  await expect(panel(page)).toBeHidden()
  await press(page, 'r')
  await page.mouse.move(400, 300)
  await page.mouse.down()
  await page.mouse.move(600, 400, { steps: 4 })
  await page.mouse.up()
  const board = boardOf(page)
  await panel(page).getByRole('button', { name: 'Blue' }).last().click()
  await expect.poll(() => board.pixel([500, 350])).toEqual([214, 229, 252])
  await panel(page).getByRole('radio', { name: 'Thin' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(panel(page).getByRole('radio', { name: 'Medium' })).toBeChecked()
  await press(page, 'Control+z')
  await press(page, 'Control+z')
  await expect.poll(() => board.pixel([500, 350])).toEqual([245, 244, 241])
})

test('grid, rulers and minimap come and go by key; the minimap moves the view by mouse and by keyboard', async ({
  page,
}) => {
  const board = boardOf(page)
  await board.note([400, 300], 'here')
  const map = page.getByRole('application', { name: /Minimap/ })
  await expect(map).toBeVisible()
  const paper = [255, 226, 122]
  expect(await board.pixel([320, 220])).toEqual(paper)
  await map.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => board.pixel([320, 220])).not.toEqual(paper)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => board.pixel([320, 220])).toEqual(paper)
  await press(page, 'Shift+M')
  await expect(map).toBeHidden()
  await press(page, "Control+'")
  await press(page, 'Shift+R')
  const background = page.locator('[data-canvas] [class*=dots]')
  await expect(background).toHaveCSS('background-size', '20px 20px')
  await page.reload()
  await page.locator('[data-canvas]').waitFor()
  await expect(background).toHaveCount(1)
})

test('many notes at once are tagged, sorted by colour, grouped under titles, and made into text', async ({
  page,
}) => {
  const board = boardOf(page)
  await press(page, 'Control+Shift+N')
  await page.getByRole('textbox', { name: 'Notes, one on each line' }).fill('- one\n- two\n\n- three')
  await page.getByRole('dialog').getByRole('button', { name: 'Pink' }).click()
  await page.getByRole('button', { name: 'Add 3 notes' }).click()
  await expect(page.getByRole('toolbar', { name: /3 notes/ })).toBeVisible()
  await press(page, 'Shift+T')
  await page.getByRole('textbox', { name: 'New tag' }).fill('arrival')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /arrival/ })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await choose(page, 'By tag', 'Group notes')
  await expect.poll(() => board.texts()).toEqual(['one', 'two', 'three', 'arrival'])
  await press(page, 'Control+a')
  await choose(page, 'Turn into text')
  await expect(page.getByRole('toolbar', { name: /4 texts/ })).toBeVisible()
  await press(page, 'Control+z')
  await press(page, 'Control+z')
  await expect.poll(() => board.texts()).toEqual(['one', 'two', 'three'])
})

/** Runs an action by name from the palette. */
async function choose(page: Page, name: string, menu?: string): Promise<void> {
  await press(page, 'Control+k')
  await page.keyboard.type(name)
  const option = page.getByRole('option', {
    name: menu ? new RegExp(`${menu}.*${name}|${name}.*${menu}`) : name,
  })
  await option.first().click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('[data-canvas]')).toBeFocused()
}

test('an address that is pasted becomes a link, and Ctrl+Shift+V puts everything into one text', async ({
  page,
}) => {
  const board = boardOf(page)
  await paste(page, { 'text/plain': 'https://example.org/key' })
  await expect(
    page.getByRole('toolbar', { name: /1 note/ }).getByRole('button', { name: /Open/ }),
  ).toBeVisible()
  await page.locator('[data-canvas]').focus()
  await page.keyboard.down('Control')
  await page.keyboard.down('Shift')
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { code: 'KeyV', key: 'V', ctrlKey: true, shiftKey: true, bubbles: true }),
    ),
  )
  await page.keyboard.up('Shift')
  await page.keyboard.up('Control')
  await paste(page, { 'text/plain': 'first line\nsecond line' })
  await expect.poll(() => board.texts()).toEqual(['https://example.org/key', 'first line\nsecond line'])
})

test('what is kept stays in hand: with Keep tool one note after the other', async ({ page }) => {
  const board = boardOf(page)
  await press(page, 'q')
  for (const x of [400, 700]) {
    await press(page, 'o')
    await page.mouse.click(x, 300)
  }
  await press(page, 'v')
  await press(page, 'Control+a')
  await expect(page.getByRole('toolbar', { name: /2 shapes/ })).toBeVisible()
  expect((await board.texts()).length).toBe(2)
})
