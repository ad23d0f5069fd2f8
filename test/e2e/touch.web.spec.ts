import { expect, test, type Page } from 'playwright/test'
import { boardOf } from './support/board.ts'
import { fingersOn } from './support/fingers.ts'

const YELLOW = [255, 226, 122]
const CANVAS = [245, 244, 241]

test.use({ hasTouch: true })

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
})

const zoom = (page: Page) => page.getByRole('button', { name: 'Zoom to 100' })
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Tools' })

/** A note at a point, nothing selected. */
async function boardWithNote(page: Page, at: readonly [number, number] = [300, 300]) {
  const board = boardOf(page)
  await board.note(at, '')
  await page.mouse.click(900, 600)
  return board
}

test('a double tap makes a note, ready for typing', async ({ page }) => {
  const board = boardOf(page)
  const fingers = await fingersOn(page)
  await fingers.tap([400, 300])
  await fingers.tap([404, 300])
  await expect(page.getByRole('textbox', { name: 'Note text' })).toBeFocused()
  await page.keyboard.type('by finger')
  await page.keyboard.press('Escape')
  expect(await board.texts()).toEqual(['by finger'])
})

test('one finger on the empty board pans, on a note moves it', async ({ page }) => {
  const board = await boardWithNote(page)
  const fingers = await fingersOn(page)
  await fingers.drag([700, 400], [800, 450])
  expect(await board.pixel([310, 260])).toEqual(YELLOW)
  expect(await board.pixel([490, 440])).toEqual(YELLOW)
  await fingers.drag([400, 350], [700, 350])
  expect(await board.pixel([610, 440])).toEqual(YELLOW)
  expect(await board.pixel([310, 440])).toEqual(CANVAS)
  await page.keyboard.press('Control+z')
  expect(await board.pixel([310, 440])).toEqual(YELLOW)
})

test('two fingers zoom about their middle and change nothing', async ({ page }) => {
  const board = await boardWithNote(page)
  const fingers = await fingersOn(page)
  // The first finger lands on the note.
  await fingers.pinch(
    [
      [300, 250],
      [300, 350],
    ],
    [
      [300, 100],
      [300, 500],
    ],
  )
  const percent = Number.parseInt((await zoom(page).textContent()) ?? '', 10)
  expect(percent).toBeGreaterThan(250)
  expect(percent).toBeLessThan(400)
  expect(await board.pixel([80, 120])).toEqual(YELLOW)
  await page.keyboard.press('Control+0')
  expect(await board.texts()).toEqual([''])
  await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled()
})

test('a second finger takes back what the first was dragging', async ({ page }) => {
  const board = await boardWithNote(page)
  const fingers = await fingersOn(page)
  await fingers.down([300, 300])
  await fingers.move([340, 300])
  await fingers.move([400, 300])
  await expect.poll(() => board.pixel([480, 300])).toEqual(YELLOW)
  await fingers.down([400, 300], [500, 300])
  await fingers.up()
  await expect.poll(() => board.pixel([480, 300])).toEqual(CANVAS)
  expect(await board.pixel([210, 390])).toEqual(YELLOW)
})

test('two fingers with the pen tool zoom, and not one line is drawn', async ({ page }) => {
  const board = boardOf(page)
  const fingers = await fingersOn(page)
  await page.keyboard.press('Control+0')
  await page.keyboard.press('p')
  await fingers.pinch(
    [
      [400, 300],
      [500, 300],
    ],
    [
      [300, 300],
      [600, 300],
    ],
  )
  await expect(zoom(page)).not.toHaveText(/^100%/)
  // The first finger had begun a line when the second came.
  await fingers.down([400, 300])
  await fingers.move([430, 300])
  await fingers.move([470, 300])
  await fingers.down([470, 300], [600, 300])
  await fingers.move([470, 380], [600, 380])
  await fingers.move([470, 420], [600, 420])
  await fingers.up([470, 420])
  await fingers.move([480, 460])
  await fingers.up()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  // One finger alone draws.
  await fingers.drag([400, 300], [500, 350])
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled()
  await page.keyboard.press('v')
  expect(await board.texts()).toHaveLength(1)
})

test('once the pen draws, a finger with the pen tool moves the view', async ({ page }) => {
  const board = boardOf(page)
  const fingers = await fingersOn(page)
  await page.keyboard.press('p')
  await fingers.penDrag([400, 300], [600, 300])
  await expect(async () => {
    await fingers.drag([500, 500], [500, 560])
    expect(await board.pixel([500, 300])).toEqual(CANVAS)
  }).toPass()
  await page.keyboard.press('v')
  expect(await board.texts()).toHaveLength(1)
})

test('two fingers never place what a tool holds', async ({ page }) => {
  const board = boardOf(page)
  const fingers = await fingersOn(page)
  await page.keyboard.press('Escape')
  await toolbar(page).getByRole('button', { name: 'Hand' }).click()
  await fingers.pinch(
    [
      [400, 300],
      [500, 300],
    ],
    [
      [400, 400],
      [500, 400],
    ],
  )
  await expect(zoom(page)).toHaveText(/^100%/)
  await toolbar(page).getByRole('button', { name: 'Select' }).click()
  expect(await board.texts()).toEqual([])
})

test('a long press opens the menu of what is under it, which stays when the finger is lifted', async ({
  page,
}) => {
  await boardWithNote(page)
  const fingers = await fingersOn(page)
  await fingers.down([300, 300])
  await expect(page.getByRole('menu')).toBeVisible()
  await fingers.up()
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
  const box = await page.getByRole('menuitem', { name: 'Delete' }).boundingBox()
  if (!box) throw new Error('Expected the entry to be on the screen')
  await fingers.tap([box.x + box.width / 2, box.y + box.height / 2])
  await expect(page.getByRole('menu')).toBeHidden()
  expect(await boardOf(page).texts()).toEqual([])
})

test('a drag after a long press on the empty board is a rubber band', async ({ page }) => {
  await boardWithNote(page)
  const fingers = await fingersOn(page)
  await fingers.down([150, 150])
  await expect(page.getByRole('menu')).toBeVisible()
  for (const x of [200, 300, 450]) await fingers.move([x, x])
  await fingers.up()
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(page.getByRole('toolbar', { name: '1 note selected' })).toBeVisible()
})

test('once there is a pen, fingers only move the view, until they are told otherwise', async ({ page }) => {
  const board = await boardWithNote(page)
  const fingers = await fingersOn(page)
  await fingers.penDrag([300, 300], [500, 300])
  await page.mouse.click(900, 600)
  expect(await board.pixel([410, 210])).toEqual(YELLOW)
  const message = page.getByText('fingers now only move the view')
  await expect(message).toBeVisible()
  // Straight after the pen a touch would be the hand that holds it.
  await expect(async () => {
    await fingers.drag([900, 300], [900, 400])
    expect(await board.pixel([410, 210])).toEqual(CANVAS)
  }).toPass()
  await page.keyboard.press('Control+0')
  await page.keyboard.press('Shift+1')
  await fingers.drag([640, 380], [840, 380])
  expect(await board.pixel([830, 470])).toEqual(YELLOW)
  await page.keyboard.press('Shift+1')
  await page.getByRole('button', { name: 'Draw with fingers, too' }).click()
  await fingers.drag([640, 380], [840, 380])
  await page.keyboard.press('Control+z')
  expect(await board.pixel([640, 470])).toEqual(YELLOW)
  await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled()
})

test('the hand that holds the pen does nothing', async ({ page }) => {
  const board = await boardWithNote(page)
  const fingers = await fingersOn(page)
  await fingers.penDrag([700, 500], [720, 520])
  await fingers.drag([700, 400], [800, 450])
  expect(await board.pixel([210, 210])).toEqual(YELLOW)
})

test('what is dragged to the edge goes on beyond it', async ({ page }) => {
  const board = await boardWithNote(page)
  await board.note([300, 600], '')
  await page.mouse.move(300, 300)
  await page.mouse.down()
  await page.mouse.move(800, 300, { steps: 4 })
  await page.mouse.move(1279, 300, { steps: 4 })
  // The other note goes out of view.
  await expect.poll(() => board.pixel([210, 690])).toEqual(CANVAS)
  await page.mouse.move(640, 300, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.press('Escape')
  expect(await board.pixel([550, 210])).toEqual(YELLOW)
})
