import { expect, test, type Page } from 'playwright/test'
import { boardOf } from './support/board.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
  await page.locator('[data-canvas]').focus()
})

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]) {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)
  await page.mouse.move(...to)
  await page.mouse.up()
}

test('forms are dragged out, and what is typed then goes into them, letters of tools too', async ({
  page,
}) => {
  const board = boardOf(page)
  for (const [index, key] of ['r', 'o', 'Shift+D'].entries()) {
    await page.keyboard.press(key)
    await drag(page, [100 + index * 260, 200], [320 + index * 260, 340])
    await page.keyboard.type(`route ${index}`)
    await page.keyboard.press('Escape')
  }
  expect(await board.texts()).toEqual(['route 0', 'route 1', 'route 2'])
  await page.screenshot({ path: 'test-results/shots/forms.png' })
})
