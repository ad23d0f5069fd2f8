import { expect, test, type Locator, type Page } from 'playwright/test'
import type { Box } from '../../shared/geometry/box.ts'
import { FIRST_BOARD } from '../../shared/model/ids.ts'
import type { Storyboard } from '../../shared/model/shape.ts'
import { axeViolations } from './support/axe.ts'
import { boardOf } from './support/board.ts'
import { savedDocument } from './support/savedDocument.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
  await page.keyboard.press('Control+0')
  await page.getByRole('button', { name: 'Cast and props' }).waitFor()
})

const picker = (page: Page): Locator => page.getByRole('dialog', { name: 'Cast and props' })

/** The middle of a figure in the picker, once it has come to rest. */
async function figureIn(page: Page, name: string): Promise<readonly [number, number]> {
  const button = picker(page).getByRole('button', { name, exact: true })
  await button.hover({ trial: true })
  const box = await button.boundingBox()
  if (!box) throw new Error('Expected it to be on the screen')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

test('a figure is found by its name and dragged to where it is to be; mood, colour and the way it looks change', async ({
  page,
}) => {
  const board = boardOf(page)
  await page.keyboard.press('Shift+C')
  await page.keyboard.type('suitcase trav')
  await expect(picker(page).getByRole('button', { name: 'Person waving' })).toHaveCount(0)
  await page.mouse.move(...(await figureIn(page, 'Traveller with a suitcase')))
  await page.mouse.down()
  await page.mouse.move(500, 300, { steps: 5 })
  await page.mouse.move(400, 350, { steps: 5 })
  await page.mouse.up()
  await expect(picker(page)).toBeHidden()
  expect(await board.shapes()).toMatchObject([
    {
      kind: 'figure',
      figure: 'person.traveling',
      geometry: [expect.any(Number), expect.any(Number), 140, 180, 0],
    },
  ])
  await page.mouse.click(420, 350)
  const moods = page.getByRole('group', { name: 'Mood' })
  await moods.getByRole('button', { name: 'Upset' }).click()
  await page
    .getByRole('toolbar', { name: /selected/i })
    .getByRole('button', { name: 'Green' })
    .click()
  await page.keyboard.press('Shift+H')
  expect(await board.shapes()).toMatchObject([{ mood: -2, style: { color: 'green' }, flip: true }])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  const [undone] = await board.shapes()
  expect(undone).toMatchObject({ mood: 1, style: { color: 'blue' } })
  expect(undone).not.toHaveProperty('flip')
  await page.keyboard.press('Control+z')
  expect(await board.shapes()).toEqual([])
})

test('a figure is seen where it was let go, and over a bar nothing is', async ({ page }) => {
  const board = boardOf(page)
  await page.keyboard.press('Shift+C')
  const from = await figureIn(page, 'Person standing')
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(640, 300, { steps: 5 })
  await page.mouse.move(60, 30, { steps: 5 })
  await page.mouse.up()
  expect(await board.shapes()).toEqual([])
  await page.keyboard.press('Shift+C')
  await page.mouse.move(...(await figureIn(page, 'Person standing')))
  await page.mouse.down()
  await page.mouse.move(640, 300, { steps: 5 })
  await page.mouse.up()
  // What the person wears, in the middle of the body.
  await expect.poll(() => board.pixel([636, 300])).toEqual([179, 214, 255])
})

test('a figure is looked for, chosen and put into the middle of the view by keys alone', async ({ page }) => {
  const board = boardOf(page)
  await page.keyboard.press('Shift+C')
  await page.keyboard.type('cup')
  await page.keyboard.press('Enter')
  await expect(picker(page)).toBeHidden()
  await page.keyboard.press('Delete')
  expect(await board.shapes()).toEqual([])
  await page.keyboard.press('Shift+C')
  await picker(page).getByRole('button', { name: 'Person standing' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const [figure] = await board.shapes()
  expect(figure).toMatchObject({ kind: 'figure', figure: 'person.phone' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+C')
  await page.keyboard.type('nothing of the kind')
  await expect(picker(page).getByText('Nothing is called that.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(picker(page)).toBeHidden()
})

test('the next figure looks as was chosen in the picker', async ({ page }) => {
  await page.keyboard.press('Shift+C')
  const choose = (name: string) => picker(page).getByRole('button', { name, exact: true }).click()
  await choose('Delighted')
  await choose('Headscarf')
  await choose('Pink')
  await choose('Person cheering')
  expect(await boardOf(page).shapes()).toMatchObject([
    { figure: 'person.cheering', mood: 2, hair: 'scarf', style: { color: 'pink' } },
  ])
})

test('the outline and the screen reader say what a figure shows', async ({ page }) => {
  await page.keyboard.press('Shift+C')
  await page.keyboard.type('thinking')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Person thinking (Happy)', { exact: false }).first()).toBeAttached()
})

test('a figure that is dragged into a frame lies in its picture, as large as fits', async ({ page }) => {
  const board = boardOf(page)
  const read = await savedDocument(page)
  await page.reload()
  await page.locator('[data-canvas]').waitFor()
  await page.keyboard.press('Control+Alt+j')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Blank storyboard/ })
    .click()
  await expect.poll(async () => (await board.shapes()).length).toBeGreaterThan(0)
  await page.keyboard.press('Shift+1')
  const storyboard = (await read()).shapes.all(FIRST_BOARD).find((shape) => shape.kind === 'storyboard')
  const frame = storyboard?.layout?.rows[0]?.frames[1]
  if (!storyboard || !frame) throw new Error('Expected a storyboard with frames')
  const at = await onScreen(page, storyboard, frame.picture)
  await page.keyboard.press('Shift+C')
  await page.mouse.move(...(await figureIn(page, 'Person waving')))
  await page.mouse.down()
  await page.mouse.move(at[0], at[1] + 100, { steps: 3 })
  await page.mouse.move(...at, { steps: 3 })
  await page.mouse.up()
  const figure = (await board.shapes()).find(({ kind }) => kind === 'figure')
  expect(figure?.frame).toBe(frame.step.id)
  expect(figure?.geometry[3]).toBeLessThan(frame.picture.h)
})

/** Where the middle of a box of a storyboard is on the screen, when the storyboard is all there is and fits the view. */
async function onScreen(
  page: Page,
  { geometry }: Storyboard,
  { x, y, w, h }: Box,
): Promise<[number, number]> {
  const percent = page.getByRole('button', { name: 'Zoom to 100%' })
  await expect(percent).toHaveText(/^\d+%/)
  const zoom = Number.parseInt((await percent.textContent()) ?? '') / 100
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const [, , wide, high] = geometry
  // Above and below what fits, bars have their room: 124 and 92 pixels.
  const middle = [width / 2, 124 + (height - 124 - 92) / 2] as const
  return [middle[0] + (x + w / 2 - wide / 2) * zoom, middle[1] + (y + h / 2 - high / 2) * zoom]
}

for (const [language, theme, name] of [
  ['en', 'light', 'Cast and props'],
  ['fa', 'dark', 'شخصیت‌ها و وسایل'],
] as const)
  test(`axe finds nothing wrong with the cast and its styles: ${language}, ${theme}`, async ({ page }) => {
    await page.goto(`/?lang=${language}&theme=${theme}`)
    await page.locator('[data-canvas]').waitFor()
    await page.getByRole('button', { name }).click()
    await page.locator('button[value="person.waving"]').hover({ trial: true })
    expect(await axeViolations(page)).toEqual([])
    await page.locator('button[value="person.waving"]').click()
    await page.locator('[data-style-panel]').waitFor()
    await page.locator('button[value="person.waving"]').waitFor({ state: 'hidden' })
    expect(await axeViolations(page)).toEqual([])
  })
