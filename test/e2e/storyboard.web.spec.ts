import { expect, test, type Page } from 'playwright/test'
import { center, type Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { partsOf, type FramePart } from '../../shared/journey/frameParts.ts'
import type { StoryFrame } from '../../shared/journey/storyLayout.ts'
import type { Shape, Storyboard } from '../../shared/model/shape.ts'
import { fit, toScreen } from '../../renderer/editor/camera.ts'
import { boardOf } from './support/board.ts'

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 })
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
  await page.keyboard.press('Control+Alt+j')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Blank storyboard/ })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
})

/** What lies on the board, and where a place of the page is on the screen while all of it is shown. */
interface Seen {
  readonly shapes: readonly Shape[]
  readonly storyboard: Required<Storyboard>
  readonly at: (place: Vec) => Vec
}

/** Shows the whole board and reads it. */
async function look(page: Page): Promise<Seen> {
  const shapes = await boardOf(page).shapes()
  await page.keyboard.press('Shift+1')
  const storyboard = shapes.find((shape) => shape.kind === 'storyboard')
  if (storyboard?.kind !== 'storyboard' || !storyboard.layout) throw new Error('Expected a storyboard')
  const area = await page.locator('[data-canvas]').boundingBox()
  const viewport = { w: area?.width ?? 0, h: area?.height ?? 0 }
  const camera = fit(boundsOf(shapes), viewport)
  return { shapes, storyboard: storyboard as Required<Storyboard>, at: (place) => toScreen(camera, place) }
}

function boundsOf(shapes: readonly Shape[]): Box {
  const xs = shapes.flatMap(({ geometry: [x, , w] }) => [x, x + w])
  const ys = shapes.flatMap(({ geometry: [, y, , h] }) => [y, y + h])
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}

const framesOf = ({ layout }: Required<Storyboard>): readonly StoryFrame[] =>
  layout.rows.flatMap(({ frames }) => frames)
const captionsOf = ({ storyboard }: Seen): string[] => framesOf(storyboard).map(({ step }) => step.caption)

/** The middle of a part of a frame, on the screen. */
function placeOf({ storyboard, at }: Seen, caption: string, part: FramePart): Vec {
  const frame = framesOf(storyboard).find(({ step }) => step.caption === caption)
  if (!frame) throw new Error(`Expected a frame that says ${caption}`)
  const { rtl, input } = storyboard.layout
  const [x, y] = center(partsOf(frame.box, rtl, input.overlay)[part])
  return at([x + storyboard.geometry[0], y + storyboard.geometry[1]])
}

const CAPTIONS = Array.from({ length: 15 }, (_, index) => `Moment ${index + 1}`)

/** Fifteen captions from the keyboard alone: a click on the first frame, Enter, and on. */
async function tell(page: Page): Promise<void> {
  const seen = await look(page)
  const [first] = framesOf(seen.storyboard)
  if (!first) throw new Error('Expected a frame')
  const [x, y] = center(first.picture)
  const [sx, sy] = [seen.storyboard.geometry[0] + x, seen.storyboard.geometry[1] + y]
  await page.mouse.click(...seen.at([sx, sy]))
  await page.keyboard.press('Enter')
  for (const caption of CAPTIONS) {
    await expect(page.getByRole('textbox', { name: 'Caption' })).toBeFocused()
    await page.keyboard.type(caption)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
}

test('a story of fifteen frames is typed without the mouse, told in another order, and undone', async ({
  page,
}) => {
  await tell(page)
  let seen = await look(page)
  expect(captionsOf(seen)).toEqual(expect.arrayContaining(CAPTIONS))
  const order = captionsOf(seen).filter((caption) => caption !== '')
  expect(order).toEqual(CAPTIONS)

  await page.mouse.move(...placeOf(seen, 'Moment 15', 'title'))
  await page.mouse.down()
  await page.mouse.move(...placeOf(seen, 'Moment 2', 'title'), { steps: 8 })
  await page.mouse.up()
  seen = await look(page)
  expect(captionsOf(seen).slice(0, 3)).toEqual(['Moment 1', 'Moment 15', 'Moment 2'])
  await page.keyboard.press('Control+z')
  expect(captionsOf(await look(page)).slice(0, 2)).toEqual(['Moment 1', 'Moment 2'])
  await page.keyboard.press('Control+Shift+z')
  expect(captionsOf(await look(page)).slice(0, 2)).toEqual(['Moment 1', 'Moment 15'])
})

test('what is drawn in a frame goes with it', async ({ page }) => {
  await tell(page)
  let seen = await look(page)
  await page.keyboard.press('p')
  const [x, y] = placeOf(seen, 'Moment 1', 'picture')
  await page.mouse.move(x - 12, y - 8)
  await page.mouse.down()
  await page.mouse.move(x + 12, y + 8, { steps: 6 })
  await page.mouse.up()
  await page.keyboard.press('v')
  seen = await look(page)
  const inkOf = ({ shapes }: Seen) => shapes.find(({ kind }) => kind === 'ink')
  const first = framesOf(seen.storyboard).find(({ step }) => step.caption === 'Moment 1')
  expect(inkOf(seen)?.frame).toBe(first?.step.id)
  const dark = async (where: Vec) =>
    (await boardOf(page).pixel([Math.round(where[0]), Math.round(where[1])])).some((value) => value < 200)
  await expect.poll(() => dark(placeOf(seen, 'Moment 1', 'picture'))).toBe(true)

  await page.mouse.move(...placeOf(seen, 'Moment 1', 'title'))
  await page.mouse.down()
  const [tx, ty] = placeOf(seen, 'Moment 4', 'title')
  await page.mouse.move(tx, ty, { steps: 8 })
  await page.mouse.up()
  seen = await look(page)
  expect(captionsOf(seen)[0]).toBe('Moment 2')
  await expect.poll(() => dark(placeOf(seen, 'Moment 1', 'picture'))).toBe(true)
  await expect.poll(() => dark(placeOf(seen, 'Moment 2', 'picture'))).toBe(false)
})

test('a frame says how it feels, where it happens and that it matters, by click and by key', async ({
  page,
}) => {
  await tell(page)
  const seen = await look(page)
  await page.mouse.click(...placeOf(seen, 'Moment 1', 'face'))
  await expect(page.getByRole('radiogroup', { name: 'How does it feel?' })).toBeVisible()
  await page.keyboard.press('5')
  await expect(page.getByRole('radiogroup', { name: 'How does it feel?' })).toBeHidden()
  await page.mouse.click(...placeOf(seen, 'Moment 1', 'star'))
  await page.mouse.click(...placeOf(seen, 'Moment 1', 'channel'))
  await page.getByRole('menuitemradio', { name: 'Chat' }).click()
  const { storyboard } = await look(page)
  const step = framesOf(storyboard).find((frame) => frame.step.caption === 'Moment 1')?.step
  expect(step).toMatchObject({ emotion: 2, key: true })
  expect(storyboard.layout.input.channels.find(({ id }) => id === step?.channel)?.stock).toBe('chat')
})
