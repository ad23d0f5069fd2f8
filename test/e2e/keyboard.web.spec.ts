import { expect, test, type Page } from 'playwright/test'
import { boardOf } from './support/board.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
})

const canvas = (page: Page) => page.locator('[data-canvas]')
const said = (page: Page, words: string) =>
  expect(page.locator('[aria-live=polite]', { hasText: words })).toHaveCount(1)

async function threeNotes(page: Page) {
  const board = boardOf(page)
  await board.note([800, 300], 'three')
  await board.note([250, 300], 'one')
  await board.note([520, 320], 'two')
  await page.keyboard.press('Escape')
  // The board is come to afresh: just now Tab would lead out of it.
  await canvas(page).blur()
  return board
}

test('Tab goes from note to note and says which; Enter opens it', async ({ page }) => {
  const board = await threeNotes(page)
  await canvas(page).focus()
  await page.keyboard.press('Tab')
  await said(page, 'Note, “one”, 1 of 3')
  await page.keyboard.press('Tab')
  await said(page, 'Note, “two”, 2 of 3')
  await page.keyboard.press('Control+ArrowRight')
  await said(page, 'Note, “three”, 3 of 3')
  await page.keyboard.press('Shift+Tab')
  await said(page, 'Note, “two”, 2 of 3')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' more')
  await page.keyboard.press('Escape')
  expect(await board.texts()).toEqual(['three', 'one', 'two more'])
})

test('Escape and then Tab lead out of the board', async ({ page }) => {
  await threeNotes(page)
  await canvas(page).focus()
  await page.keyboard.press('Tab')
  await expect(canvas(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(canvas(page)).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(canvas(page)).toBeFocused()
  await expect(canvas(page)).toHaveAccessibleDescription(/press Escape and then Tab/)
})

test('a note is moved and stretched by keys alone', async ({ page }) => {
  await page.keyboard.press('Escape')
  await canvas(page).focus()
  await page.keyboard.press('n')
  await page.keyboard.type('x')
  await page.keyboard.press('Escape')
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowRight')
  for (let press = 0; press < 10; press++) await page.keyboard.press('Alt+Shift+ArrowRight')
  await page.keyboard.press('Alt+ArrowDown')
  const copied = await page.evaluate(() => {
    const data = new DataTransfer()
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }))
    return data.getData('application/x-throughline-shapes+json')
  })
  const { shapes } = JSON.parse(copied) as { shapes: { geometry: number[] }[] }
  expect(shapes[0]?.geometry.slice(2, 4)).toEqual([300, 201])
})

test('while an input method composes, no key means anything else', async ({ page }) => {
  await threeNotes(page)
  await canvas(page).focus()
  await page.keyboard.press('Tab')
  await page.evaluate(() => {
    for (const key of ['Tab', 'ArrowRight', 'Delete', 'n']) {
      const event = { key, code: key, keyCode: 229, bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event))
    }
  })
  await said(page, 'Note, “one”, 1 of 3')
  expect(await boardOf(page).texts()).toEqual(['three', 'one', 'two'])
})
