import { expect, test, type Page } from 'playwright/test'
import type { Connector } from '../../shared/model/shape.ts'
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
    await drag(page, [260 + index * 260, 200], [480 + index * 260, 340])
    await page.keyboard.type(`route ${index}`)
    await page.keyboard.press('Escape')
  }
  expect(await board.texts()).toEqual(['route 0', 'route 1', 'route 2'])
  await page.screenshot({ path: 'test-results/shots/forms.png' })
})

const connectorsOf = async (page: Page): Promise<readonly Connector[]> =>
  (await boardOf(page).shapes()).filter((shape) => shape.kind === 'connector')

test('an arrow snaps to two notes, follows when one is dragged, and takes a label', async ({ page }) => {
  const board = boardOf(page)
  await board.note([250, 250], 'Guest books')
  await board.note([750, 250], 'Host confirms')
  await page.keyboard.press('a')
  await page.mouse.move(280, 250)
  await page.mouse.down()
  await page.mouse.move(500, 300)
  await page.mouse.move(720, 260)
  await page.screenshot({ path: 'test-results/shots/arrow-snapping.png' })
  await page.mouse.up()
  await page.keyboard.type('within a day')
  await page.screenshot({ path: 'test-results/shots/label-typing.png' })
  await page.keyboard.press('Escape')
  const [arrow] = await connectorsOf(page)
  expect(arrow?.text).toBe('within a day')
  expect(arrow?.start.shape).toBeTruthy()
  expect(arrow?.end.shape).toBeTruthy()
  await drag(page, [750, 300], [750, 560])
  await page.screenshot({ path: 'test-results/shots/arrow-label.png' })
  await page.mouse.click(60, 700)
  expect(await board.pixel([395, 282])).not.toEqual([31, 29, 26])
  await page.keyboard.press('Control+z')
  expect((await board.pixel([380, 250]))[0]).toBeLessThan(80)
})

test('a line is placed by two clicks', async ({ page }) => {
  await page.keyboard.press('l')
  await page.mouse.click(300, 300)
  await page.mouse.move(500, 350)
  await page.mouse.click(700, 400)
  const [line] = await connectorsOf(page)
  expect(line).toMatchObject({ start: { point: expect.any(Array) }, style: { endHead: 'none' } })
  expect((await boardOf(page).pixel([500, 350]))[0]).toBeLessThan(120)
})

test('the dots beside a selected note make connected notes', async ({ page }) => {
  const board = boardOf(page)
  await board.note([250, 300], 'First')
  await page.mouse.move(372, 300)
  await page.mouse.move(372, 301)
  await page.screenshot({ path: 'test-results/shots/dots.png' })
  await page.mouse.click(372, 301)
  await page.keyboard.type('Second')
  await page.keyboard.press('Escape')
  expect(await board.texts()).toEqual(['First', 'Second', ''])
  const [arrow] = await connectorsOf(page)
  expect(arrow?.end.shape).toBeTruthy()
})

test('by keyboard alone: a form, a second one, and an arrow between them', async ({ page }) => {
  const board = boardOf(page)
  await page.keyboard.press('r')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Start')
  await page.keyboard.press('Escape')
  for (let step = 0; step < 30; step++) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('o')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Finish')
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  await page.screenshot({ path: 'test-results/shots/choosing.png' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('back')
  await page.keyboard.press('Escape')
  expect(await board.texts()).toEqual(['Start', 'Finish', 'back'])
  const [arrow] = await connectorsOf(page)
  expect(arrow?.start.shape).toBeTruthy()
  expect(arrow?.end.shape).toBeTruthy()
})

test('the end of an arrow is dragged to another shape', async ({ page }) => {
  const board = boardOf(page)
  await board.note([250, 250], 'a')
  await board.note([800, 250], 'b')
  await board.note([800, 560], 'c')
  await page.keyboard.press('a')
  await drag(page, [280, 270], [780, 270])
  const before = await connectorsOf(page)
  await page.mouse.click(500, 250)
  await drag(page, [695, 250], [780, 580])
  await page.screenshot({ path: 'test-results/shots/reattached.png' })
  const after = await connectorsOf(page)
  expect(after[0]?.end.shape).not.toBe(before[0]?.end.shape)
})

test('a double click on a connector opens its label', async ({ page }) => {
  await page.keyboard.press('a')
  await drag(page, [300, 300], [800, 300])
  await page.mouse.click(300, 600)
  await page.mouse.dblclick(550, 300)
  await page.keyboard.type('then')
  await page.keyboard.press('Escape')
  expect(await boardOf(page).texts()).toEqual(['then'])
})

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' })
  test('forms and connectors', async ({ page }) => {
    await page.keyboard.press('r')
    await drag(page, [260, 200], [460, 320])
    await page.keyboard.type('Arrive')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+D')
    await drag(page, [600, 380], [800, 540])
    await page.keyboard.type('Early?')
    await page.keyboard.press('Escape')
    await page.keyboard.press('a')
    await drag(page, [420, 260], [700, 450])
    await page.mouse.move(700, 640)
    await page.screenshot({ path: 'test-results/shots/dark.png' })
    expect(await connectorsOf(page)).toHaveLength(1)
  })
})
