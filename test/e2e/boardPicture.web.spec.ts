import { PNG } from 'pngjs'
import { expect, test, type Page } from 'playwright/test'
import { boardOf, paste } from './support/board.ts'

// The board is painted in parts, moved, stretched and patched. Whatever was done: once the view rests, every pixel is
// as if all had just been painted.

/** The middle of the window, which nothing lies over: neither bars nor messages. */
const CLIP = { x: 240, y: 130, width: 700, height: 500 } as const
const SIZE = { width: 1280, height: 800 } as const

test.beforeEach(async ({ page }) => {
  await page.goto('/')
  await page.locator('[data-canvas]').waitFor()
  const words = ['guest', 'ключ', 'مهمان', 'żółw', 'čekanje', 'отзыв', 'صبحانه']
  const rows = Array.from({ length: 12 }, (_, row) =>
    Array.from({ length: 16 }, (__, column) => `${words[(row * 5 + column) % 7]} ${row} ${column}`).join(
      '\t',
    ),
  )
  await paste(page, { 'text/plain': rows.join('\n') })
  await expect.poll(async () => (await boardOf(page).texts()).length).toBe(192)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Digit1')
  await page.mouse.move(600, 400)
})

async function shot(page: Page): Promise<PNG> {
  return PNG.sync.read(await page.screenshot({ clip: CLIP }))
}

function differing(a: PNG, b: PNG): number {
  let count = 0
  for (let at = 0; at < a.data.length; at += 4)
    if ([0, 1, 2].some((part) => a.data[at + part] !== b.data[at + part])) count++
  return count
}

/** The picture when it has stayed the same for a while, longer than a view takes to come to rest. */
async function rested(page: Page): Promise<PNG> {
  let last = await shot(page)
  let same = 0
  await expect
    .poll(
      async () => {
        const now = await shot(page)
        same = differing(last, now) === 0 ? same + 1 : 0
        last = now
        return same
      },
      { intervals: [200] },
    )
    .toBeGreaterThan(2)
  return last
}

/** Every pixel is as after painting all anew, which another size of the window makes it do. */
async function expectAsFresh(page: Page): Promise<PNG> {
  const patched = await rested(page)
  await page.setViewportSize({ ...SIZE, height: SIZE.height + 200 })
  await rested(page)
  await page.setViewportSize(SIZE)
  const fresh = await rested(page)
  expect(differing(patched, fresh)).toBe(0)
  return patched
}

async function wheel(page: Page, steps: number, by: readonly [number, number]): Promise<void> {
  for (let step = 0; step < steps; step++) await page.mouse.wheel(...by)
}

test('panned far, at 100 % and at a small zoom', async ({ page }) => {
  await page.keyboard.press('Control+Digit0')
  const before = await rested(page)
  await wheel(page, 30, [31, 17])
  const after = await expectAsFresh(page)
  expect(differing(before, after)).toBeGreaterThan(10_000)
  await page.keyboard.down('Control')
  await wheel(page, 9, [0, 20])
  await page.keyboard.up('Control')
  await wheel(page, 20, [-23, -29])
  await expectAsFresh(page)
})

test('zoomed in and out about a point', async ({ page }) => {
  await page.keyboard.down('Control')
  await wheel(page, 25, [0, -7])
  await page.keyboard.up('Control')
  await expectAsFresh(page)
  await page.keyboard.down('Control')
  await wheel(page, 14, [0, 9])
  await page.keyboard.up('Control')
  await expectAsFresh(page)
})

test('one note dragged, and all of them, while the view moves, too', async ({ page }) => {
  await page.keyboard.press('Control+Digit0')
  const before = await rested(page)
  await page.mouse.move(600, 400)
  await page.mouse.down()
  await page.mouse.move(640, 430)
  await page.mouse.move(700, 500)
  await page.mouse.wheel(20, 10)
  await page.mouse.move(710, 520)
  const lifted = await rested(page)
  expect(differing(before, lifted)).toBeGreaterThan(1000)
  await page.mouse.up()
  await page.keyboard.press('Escape')
  const dropped = await expectAsFresh(page)
  await page.keyboard.press('Control+z')
  expect(differing(await expectAsFresh(page), dropped)).toBeGreaterThan(1000)

  await page.keyboard.press('Shift+Digit1')
  await page.keyboard.press('Control+a')
  await page.mouse.move(600, 400)
  await page.mouse.down()
  for (let step = 1; step <= 10; step++) await page.mouse.move(600 + step * 20, 400 - step * 9)
  await page.mouse.up()
  await page.keyboard.press('Escape')
  await expectAsFresh(page)
})

test('text typed, colours changed and notes deleted', async ({ page }) => {
  await page.keyboard.press('Control+Digit0')
  await page.mouse.dblclick(600, 400)
  await page.keyboard.type(' and more words than before')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expectAsFresh(page)
  await page.mouse.click(600, 400)
  await page.keyboard.press('Delete')
  await expectAsFresh(page)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  await expectAsFresh(page)
})

test.describe('on a screen with two pixels a unit', () => {
  test.use({ deviceScaleFactor: 2 })
  test('panned and zoomed', async ({ page }) => {
    await page.keyboard.press('Control+Digit0')
    await wheel(page, 12, [33, 9])
    await expectAsFresh(page)
    await page.keyboard.down('Control')
    await wheel(page, 6, [0, 11])
    await page.keyboard.up('Control')
    await expectAsFresh(page)
  })
})
