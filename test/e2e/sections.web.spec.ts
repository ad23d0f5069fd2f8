import { expect, test, type Page } from 'playwright/test'
import type { Shape } from '../../shared/model/shape.ts'
import { boardOf } from './support/board.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
  await page.keyboard.press('Control+0')
})

test('a section drawn around notes is titled straight away, and takes them along', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'a')
  await board.note([540, 300], 'b')
  const before = placesOf(await boardOf(page).shapes())
  await page.keyboard.press('f')
  await drag(page, [160, 130], [680, 450])
  await page.keyboard.type('Arrival')
  await page.keyboard.press('Escape')
  const [section, a, b] = await boardOf(page).shapes()
  expect(section).toMatchObject({ kind: 'section', text: 'Arrival' })
  expect([a?.section, b?.section]).toEqual([section?.id, section?.id])
  await page.keyboard.press('Escape')
  await drag(page, [400, 150], [400, 250])
  const after = placesOf(await boardOf(page).shapes())
  const [ax, ay] = before.get(a?.id ?? '') ?? []
  expect(after.get(a?.id ?? '')).toEqual([ax, (ay ?? 0) + 100])
  await page.keyboard.press('Control+z')
  expect(placesOf(await boardOf(page).shapes()).get(a?.id ?? '')).toEqual([ax, ay])
})

test('a section is made, folded, opened and deleted by keyboard, and no note is lost', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'kept')
  const yellow = [255, 226, 122]
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Alt+g')
  await page.keyboard.type('Made by keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+F')
  await expect.poll(() => board.pixel([220, 300])).not.toEqual(yellow)
  await page.keyboard.press('Shift+F')
  await expect.poll(() => board.pixel([220, 300])).toEqual(yellow)
  await page.keyboard.press('Delete')
  expect((await boardOf(page).shapes()).map((shape) => [shape.kind, shape.section])).toEqual([
    ['note', undefined],
  ])
})

test('a section is cut and pasted with what lies in it, in one step each', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'along')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Alt+g')
  await page.keyboard.press('Escape')
  const clipboard = await page.evaluateHandle(() => new DataTransfer())
  const send = (type: 'cut' | 'paste') =>
    page.evaluate(
      ([kind, clipboardData]) =>
        document.dispatchEvent(new ClipboardEvent(kind, { clipboardData, cancelable: true })),
      [type, clipboard] as const,
    )
  await send('cut')
  expect(await boardOf(page).shapes()).toEqual([])
  await send('paste')
  const [section, note] = await boardOf(page).shapes()
  expect([section?.kind, note?.kind, note?.section]).toEqual(['section', 'note', section?.id])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  expect(await boardOf(page).shapes()).toHaveLength(2)
})

test('stamps go where one clicks, and from the keyboard on what is selected', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'a')
  await page.keyboard.press('Escape')
  await page.mouse.click(900, 550)
  await page.getByRole('button', { name: 'Stamp', exact: true }).click()
  await page.getByRole('dialog', { name: 'Stamp' }).getByRole('button', { name: '🔥' }).click()
  await page.mouse.click(360, 360)
  const [note, stamp] = await boardOf(page).shapes()
  expect(stamp).toMatchObject({ kind: 'stamp', emoji: '🔥', on: note?.id })
  await page.keyboard.press('v')
  await page.mouse.click(250, 250)
  await page.keyboard.press('y')
  const picker = page.getByRole('dialog', { name: 'Stamp' })
  await expect(picker.getByRole('button', { name: '🔥' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(picker).toBeHidden()
  await expect.poll(async () => (await boardOf(page).shapes()).length).toBe(3)
  const stamps = (await boardOf(page).shapes()).filter((shape) => shape.kind === 'stamp')
  expect(stamps.map(({ emoji, on }) => [emoji, on])).toEqual([
    ['🔥', note?.id],
    ['👍', note?.id],
  ])
})

test('the laser leaves a trail that goes out', async ({ page }) => {
  const board = boardOf(page)
  const ground = await board.pixel([500, 300])
  await page.keyboard.press('k')
  await page.mouse.move(400, 300)
  await page.mouse.down()
  await page.mouse.move(500, 300, { steps: 10 })
  await expect.poll(() => board.pixel([500, 300])).not.toEqual(ground)
  await page.mouse.up()
  await expect.poll(() => board.pixel([500, 300])).toEqual(ground)
  expect(await boardOf(page).shapes()).toEqual([])
})

const placesOf = (shapes: readonly Shape[]) =>
  new Map<string, number[]>(shapes.map(({ id, geometry: [x, y] }) => [id, [Math.round(x), Math.round(y)]]))

async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(...to, { steps: 6 })
  await page.mouse.up()
}
