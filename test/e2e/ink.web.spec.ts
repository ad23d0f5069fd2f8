import { expect, test, type Page } from 'playwright/test'
import type { Ink, Shape } from '../../shared/model/shape.ts'
import { unpackInk } from '../../shared/model/inkPoints.ts'
import { boardOf } from './support/board.ts'

const CANVAS = [245, 244, 241]

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
  await page.keyboard.press('Control+0')
})

test('the pen’s line is seen while it is drawn, and stays where it was seen', async ({ page }) => {
  const board = boardOf(page)
  await page.keyboard.press('p')
  await page.mouse.move(300, 300)
  await page.mouse.down()
  await page.mouse.move(500, 300, { steps: 50 })
  await page.mouse.move(500, 500, { steps: 50 })
  await expect.poll(() => board.pixel([400, 300])).not.toEqual(CANVAS)
  expect(await inkOf(page)).toHaveLength(0)
  await page.mouse.up()
  await expect.poll(() => inkOf(page)).toHaveLength(1)
  expect(await board.pixel([400, 300])).not.toEqual(CANVAS)
  expect(await board.pixel([500, 400])).not.toEqual(CANVAS)
  expect(await board.pixel([450, 350])).toEqual(CANVAS)
  await page.keyboard.press('Control+z')
  expect(await board.pixel([400, 300])).toEqual(CANVAS)
})

test('a pen that presses harder draws a heavier line', async ({ page }) => {
  await page.keyboard.press('d')
  await penStroke(page, [
    [300, 300, 0.1],
    [500, 300, 0.3],
    [700, 300, 0.95],
  ])
  const [ink] = await inkOf(page)
  const pressures = ink ? unpackInk(ink.points, { x: 0, y: 0, w: 1, h: 1 }).map((one) => one.pressure) : []
  expect(pressures[0]).toBeLessThan(0.2)
  expect(pressures.at(-1)).toBeGreaterThan(0.8)
  const thickness = async (x: number) => {
    let rows = 0
    for (let y = 285; y < 316; y++) if ((await boardOf(page).pixel([x, y]))[0]! < 128) rows++
    return rows
  }
  expect(await thickness(680)).toBeGreaterThan(await thickness(320))
})

test('the eraser takes what it passes over, and Escape gives it back', async ({ page }) => {
  const board = boardOf(page)
  await board.note([300, 300], 'a')
  await board.note([600, 300], 'b')
  await page.keyboard.press('e')
  await page.mouse.move(150, 300)
  await page.mouse.down()
  await page.mouse.move(700, 300, { steps: 10 })
  await expect.poll(async () => (await board.pixel([220, 220]))[2]).toBeGreaterThan(180)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await board.texts()).toEqual(['a', 'b'])
  await page.keyboard.press('e')
  await page.mouse.move(150, 300)
  await page.mouse.down()
  await page.mouse.move(400, 300, { steps: 10 })
  await page.mouse.up()
  expect(await board.texts()).toEqual(['b'])
  await page.keyboard.press('Control+z')
  expect(await board.texts()).toEqual(['a', 'b'])
})

test('the highlighter is seen through', async ({ page }) => {
  const board = boardOf(page)
  await page.keyboard.press('m')
  await page.mouse.move(300, 300)
  await page.mouse.down()
  await page.mouse.move(600, 300, { steps: 20 })
  await page.mouse.up()
  await expect.poll(() => inkOf(page)).toHaveLength(1)
  const [red = 0, , blue = 0] = await board.pixel([450, 300])
  expect(red).toBeGreaterThan(220)
  expect(blue).toBeLessThan(200)
})

/** The strokes on the board, as copying them puts them on the clipboard. */
async function inkOf(page: Page): Promise<Ink[]> {
  const tool = await page.evaluate(() => {
    const data = new DataTransfer()
    const press = (key: string, ctrlKey: boolean) =>
      document
        .querySelector('[data-canvas]')
        ?.dispatchEvent(
          new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, ctrlKey, bubbles: true }),
        )
    press('a', true)
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }))
    return data.getData('application/x-throughline-shapes+json')
  })
  if (tool === '') return []
  const { shapes } = JSON.parse(tool) as { shapes: Shape[] }
  return shapes.filter((shape) => shape.kind === 'ink')
}

/** A stroke of a real pen: places with how hard it presses there, 0 to 1. */
async function penStroke(
  page: Page,
  places: readonly (readonly [x: number, y: number, force: number])[],
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const [first, ...rest] = places
  if (!first) return
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y, force]: typeof first) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      force,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
    })
  await send('mousePressed', first)
  let last = first
  for (const next of rest) {
    for (let step = 1; step <= 20; step++)
      await send('mouseMoved', [
        last[0] + ((next[0] - last[0]) * step) / 20,
        last[1] + ((next[1] - last[1]) * step) / 20,
        last[2] + ((next[2] - last[2]) * step) / 20,
      ])
    last = next
  }
  await send('mouseReleased', last)
}
