import { expect, test, type Page } from 'playwright/test'
import { boardOf } from './support/board.ts'

interface Geometry {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly rotation: number
}

/** The page point in the corner of the window is this far from the board's origin, which is in the middle. */
const ORIGIN = { x: 640, y: 400 }

/** Where the selected shapes lie on the screen, by their text. What is selected stays so. */
async function selectedGeometries(page: Page): Promise<Record<string, Geometry>> {
  const copied = await page.evaluate(() => {
    const data = new DataTransfer()
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }))
    return data.getData('application/x-throughline-shapes+json')
  })
  const { shapes } = JSON.parse(copied) as { shapes: { text: string; geometry: number[] }[] }
  return Object.fromEntries(
    shapes.map(({ text, geometry: [x = 0, y = 0, w = 0, h = 0, rotation = 0] }) => [
      text,
      { x: x + ORIGIN.x, y: y + ORIGIN.y, w, h, rotation },
    ]),
  )
}

async function allGeometries(page: Page): Promise<Record<string, Geometry>> {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Control+a')
  return selectedGeometries(page)
}

async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
  steps = 6,
): Promise<void> {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(...to, { steps })
  await page.mouse.up()
}

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
  const board = boardOf(page)
  await board.note([350, 350], 'a')
  await board.note([650, 350], 'b')
  await board.note([950, 450], 'c')
  await page.keyboard.press('Escape')
})

test('notes are grouped by key; a click takes the group, a double click goes into it', async ({ page }) => {
  await drag(page, [230, 210], [760, 520])
  await page.keyboard.press('Control+g')
  await page.keyboard.press('Escape')
  await page.mouse.click(350, 350)
  expect(Object.keys(await selectedGeometries(page))).toEqual(['a', 'b'])
  await page.mouse.dblclick(350, 350)
  expect(Object.keys(await selectedGeometries(page))).toEqual(['a'])
  await page.keyboard.press('Escape')
  expect(Object.keys(await selectedGeometries(page))).toEqual(['a', 'b'])
  await page.keyboard.press('Control+Shift+g')
  await page.mouse.click(650, 350)
  expect(Object.keys(await selectedGeometries(page))).toEqual(['b'])
})

test('the selection is aligned and tidied from its bar, and by key', async ({ page }) => {
  await page.keyboard.press('Control+a')
  const bar = page.getByRole('toolbar', { name: '3 notes selected' })
  await bar.getByRole('button', { name: 'Align' }).click()
  await page.getByRole('menuitem', { name: 'Align top edges' }).click()
  expect(Object.values(await selectedGeometries(page)).map(({ y }) => y)).toEqual([250, 250, 250])
  // The board has the focus again: keys go on working.
  await expect(page.locator('[data-canvas]')).toBeFocused()
  await page.keyboard.press('Control+Shift+ArrowLeft')
  expect(Object.values(await selectedGeometries(page)).map(({ x }) => x)).toEqual([250, 250, 250])
  await page.keyboard.press('Alt+Shift+T')
  const tidy = await selectedGeometries(page)
  expect(new Set(Object.values(tidy).map(({ x, y }) => `${x},${y}`)).size).toBe(3)
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z')
  expect((await allGeometries(page))['c']).toMatchObject({ x: 850, y: 350 })
})

test('a dragged note clicks into line with the others, unless Ctrl is held', async ({ page }) => {
  await drag(page, [950, 450], [948, 353])
  expect((await selectedGeometries(page))['c']).toMatchObject({ x: 850, y: 250 })
  await page.keyboard.press('Control+z')
  await page.mouse.move(950, 450)
  await page.mouse.down()
  await page.keyboard.down('Control')
  await page.mouse.move(948, 353, { steps: 6 })
  await page.mouse.up()
  await page.keyboard.up('Control')
  expect((await selectedGeometries(page))['c']).toMatchObject({ x: 848, y: 253 })
})

test('the handle above a note turns it, with Shift in steps', async ({ page }) => {
  await page.mouse.click(350, 350)
  await page.mouse.move(350, 224)
  await page.mouse.down()
  await page.keyboard.down('Shift')
  await page.mouse.move(430, 250, { steps: 5 })
  await expect(page.getByText('45°')).toBeVisible()
  await page.mouse.up()
  await page.keyboard.up('Shift')
  expect((await selectedGeometries(page))['a']).toMatchObject({ rotation: 45, x: 250, y: 250 })
})

test('dragging with Alt makes a copy; Ctrl+D goes on the same way', async ({ page }) => {
  await page.keyboard.down('Alt')
  await drag(page, [350, 350], [350, 600])
  await page.keyboard.up('Alt')
  expect(Object.keys(await allGeometries(page))).toHaveLength(3)
  expect(await boardOf(page).texts()).toEqual(['a', 'b', 'c', 'a'])
  await page.mouse.click(350, 600)
  expect((await selectedGeometries(page))['a']).toMatchObject({ x: 250, y: 500 })
  await page.keyboard.press('Control+d')
  expect((await selectedGeometries(page))['a']).toMatchObject({ x: 250, y: 750 })
})

test('a locked note stays where it is, and its menu unlocks it', async ({ page }) => {
  await page.mouse.click(350, 350)
  await page.keyboard.press('Control+Shift+L')
  await drag(page, [350, 350], [500, 600])
  await page.mouse.click(350, 350, { button: 'right' })
  await page.getByRole('menuitem', { name: 'Unlock', exact: true }).click()
  await drag(page, [350, 350], [350, 650])
  expect((await selectedGeometries(page))['a']).toMatchObject({ x: 250, y: 550 })
})

test('the stack is changed by key: what is in front covers what is not', async ({ page }) => {
  const board = boardOf(page)
  await drag(page, [650, 350], [400, 350])
  await page.keyboard.press('Control+Shift+[')
  expect(await board.texts()).toEqual(['b', 'a', 'c'])
  await page.mouse.click(560, 350)
  await page.mouse.click(460, 350)
  await page.keyboard.press('Control+]')
  expect(await board.texts()).toEqual(['a', 'b', 'c'])
})

test('the menu key opens the menu at the selection, and it works by keys alone', async ({ page }) => {
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Tab')
  expect(Object.keys(await selectedGeometries(page))).toEqual(['b'])
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  const box = await menu.boundingBox()
  expect(Math.abs((box?.x ?? 0) - 650)).toBeLessThan(20)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('Lo')
  await page.keyboard.press('Enter')
  await expect(menu).toBeHidden()
  await expect(page.locator('[data-canvas]')).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Unlock', exact: true })).toBeVisible()
})

test('snapping can be switched off, and stays off', async ({ page }) => {
  await page.mouse.click(900, 650, { button: 'right' })
  await page.getByRole('menuitemcheckbox', { name: 'Snap to objects' }).click()
  await drag(page, [950, 450], [948, 353])
  expect((await selectedGeometries(page))['c']).toMatchObject({ x: 848, y: 253 })
  await page.reload()
  await page.locator('[data-canvas]').waitFor()
  await page.mouse.click(600, 650, { button: 'right' })
  await expect(page.getByRole('menuitemcheckbox', { name: 'Snap to objects' })).not.toBeChecked()
})
