import { expect, test as base, type Page } from 'playwright/test'
import { center, type Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { partsOf, type FramePart } from '../../shared/journey/frameParts.ts'
import type { StoryFrame, StoryLayout } from '../../shared/journey/storyLayout.ts'
import { FIRST_BOARD } from '../../shared/model/ids.ts'
import type { Shape } from '../../shared/model/shape.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import { fit, toScreen } from '../../renderer/editor/camera.ts'
import { savedDocument } from './support/savedDocument.ts'

const test = base.extend<{ readonly read: () => Promise<Workshop> }>({
  read: async ({ page }, use) => {
    const read = await savedDocument(page)
    await page.setViewportSize({ width: 1500, height: 900 })
    await page.goto('/?lang=en')
    await page.locator('[data-canvas]').waitFor()
    await use(read)
  },
})

/** Begins with one of the templates. */
async function begin(page: Page, template: RegExp): Promise<void> {
  await page.keyboard.press('Control+Alt+j')
  await page.getByRole('dialog').getByRole('button', { name: template }).first().click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** What lies on the board, and where a place of the page is on the screen while all of it is shown. */
interface Seen {
  readonly workshop: Workshop
  readonly shapes: readonly Shape[]
  readonly layout: StoryLayout
  readonly corner: Vec
  readonly at: (place: Vec) => Vec
}

/** Shows the whole board and reads it. */
async function look(page: Page, read: () => Promise<Workshop>): Promise<Seen> {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+1')
  const workshop = await read()
  const shapes = workshop.shapes.all(FIRST_BOARD)
  const storyboard = shapes.find((shape) => shape.kind === 'storyboard')
  const bounds = workshop.shapes.bounds(FIRST_BOARD)
  if (storyboard?.kind !== 'storyboard' || !storyboard.layout || !bounds)
    throw new Error('Expected a storyboard')
  const area = await page.locator('[data-canvas]').boundingBox()
  const camera = fit(bounds, { w: area?.width ?? 0, h: area?.height ?? 0 })
  const [x, y] = storyboard.geometry
  return {
    workshop,
    shapes,
    layout: storyboard.layout,
    corner: [x, y],
    at: (place) => toScreen(camera, place),
  }
}

const framesOf = ({ layout }: Seen): readonly StoryFrame[] => layout.rows.flatMap(({ frames }) => frames)
const captionsOf = (seen: Seen): string[] => framesOf(seen).map(({ step }) => step.caption)
const middle = ({ corner, at }: Seen, box: Box): Vec => {
  const [x, y] = center(box)
  return at([x + corner[0], y + corner[1]])
}

/** The middle of a part of a frame, on the screen. */
function placeOf(seen: Seen, caption: string, part: FramePart): Vec {
  const frame = framesOf(seen).find(({ step }) => step.caption === caption)
  if (!frame) throw new Error(`Expected a frame that says ${caption}`)
  return middle(seen, partsOf(frame.box, seen.layout.rtl, seen.layout.input.overlay)[part])
}

async function drag(page: Page, from: Vec, to: Vec): Promise<void> {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(...to, { steps: 8 })
  await page.mouse.up()
}

const CAPTIONS = Array.from({ length: 15 }, (_, index) => `Moment ${index + 1}`)

/** Fifteen captions from the keyboard alone: a click on the first frame, Enter, and on. */
async function tell(page: Page, read: () => Promise<Workshop>): Promise<Seen> {
  await begin(page, /Blank storyboard/)
  const seen = await look(page, read)
  const [first] = framesOf(seen)
  if (!first) throw new Error('Expected a frame')
  await page.mouse.click(...middle(seen, first.picture))
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'Caption' })
  for (const caption of CAPTIONS) {
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('')
    await page.keyboard.type(caption)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
  return look(page, read)
}

test('a story of fifteen frames is typed without the mouse, told in another order, and undone', async ({
  page,
  read,
}) => {
  const told = await tell(page, read)
  expect(captionsOf(told).filter((caption) => caption !== '')).toEqual(CAPTIONS)
  await drag(page, placeOf(told, 'Moment 15', 'title'), placeOf(told, 'Moment 2', 'title'))
  const firstThree = async () => captionsOf(await look(page, read)).slice(0, 3)
  await expect.poll(firstThree).toEqual(['Moment 1', 'Moment 15', 'Moment 2'])
  await page.keyboard.press('Control+z')
  await expect.poll(firstThree).toEqual(['Moment 1', 'Moment 2', 'Moment 3'])
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(firstThree).toEqual(['Moment 1', 'Moment 15', 'Moment 2'])
})

test('what is drawn in a frame goes with it', async ({ page, read }) => {
  const told = await tell(page, read)
  await page.keyboard.press('p')
  const [x, y] = placeOf(told, 'Moment 1', 'picture')
  await drag(page, [x - 14, y - 9], [x + 14, y + 9])
  await page.keyboard.press('v')
  const [id] = framesOf(told).map(({ step }) => step.id)
  const inkFrame = async () =>
    (await read()).shapes.all(FIRST_BOARD).find(({ kind }) => kind === 'ink')?.frame
  await expect.poll(inkFrame).toBe(id)
  const isInked = async (caption: string): Promise<boolean> => {
    const [px, py] = placeOf(await look(page, read), caption, 'picture')
    const clip = { x: Math.round(px) - 6, y: Math.round(py) - 6, width: 12, height: 12 }
    const { PNG } = await import('pngjs')
    const { data } = PNG.sync.read(await page.screenshot({ clip }))
    return data.some((value, index) => index % 4 === 0 && value < 120)
  }
  await expect.poll(() => isInked('Moment 1')).toBe(true)
  await drag(page, placeOf(told, 'Moment 1', 'title'), placeOf(told, 'Moment 4', 'title'))
  await expect.poll(async () => captionsOf(await look(page, read))[0]).toBe('Moment 2')
  await expect.poll(() => isInked('Moment 1')).toBe(true)
  expect(await isInked('Moment 2')).toBe(false)
})

test('a frame says how it feels, where it happens and that it matters, by click and by key', async ({
  page,
  read,
}) => {
  const told = await tell(page, read)
  await page.mouse.click(...placeOf(told, 'Moment 1', 'face'))
  const faces = page.getByRole('radiogroup', { name: 'How does it feel?' })
  await expect(faces).toBeVisible()
  await page.keyboard.press('5')
  await expect(faces).toBeHidden()
  await page.mouse.click(...placeOf(told, 'Moment 1', 'star'))
  await page.mouse.click(...placeOf(told, 'Moment 1', 'channel'))
  await page.getByRole('menuitemradio', { name: 'Chat' }).click()
  const said = async () => {
    const { journeys } = await read()
    const step = journeys.all('steps').find(({ caption }) => caption === 'Moment 1')
    return [step?.emotion, step?.key, journeys.get('channels', step?.channel)?.stock]
  }
  await expect.poll(said).toEqual([2, true, 'chat'])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('2')
  const next = async () => (await read()).journeys.all('steps').find(({ caption }) => caption === 'Moment 2')
  await expect.poll(async () => (await next())?.emotion).toBe(-1)
})

test('a stage that is renamed in the storyboard is renamed in the map beside it, at once', async ({
  page,
  read,
}) => {
  await begin(page, /Airbnb/i)
  const seen = await look(page, read)
  const map = seen.shapes.find((shape) => shape.kind === 'map')
  if (map?.kind !== 'map' || !map.layout) throw new Error('Expected a map')
  const [stage] = seen.layout.stages
  const head = map.layout.stages[0]?.box
  if (!stage || !head) throw new Error('Expected a stage')
  const [cx, cy] = seen.at([map.geometry[0] + head.x + head.w / 2, map.geometry[1] + head.y + head.h / 2])
  const clip = { x: Math.round(cx) - 40, y: Math.round(cy) - 8, width: 80, height: 16 }
  const before = await page.screenshot({ clip })
  await page.mouse.dblclick(...middle(seen, stage.box))
  const field = page.getByRole('textbox', { name: 'Name of the stage' })
  await expect(field).toBeFocused()
  await page.keyboard.insertText('Hears of it')
  await page.keyboard.press('Enter')
  await expect(field).toBeHidden()
  const names = async () => (await read()).journeys.all('stages').map(({ name }) => name)
  await expect.poll(names).toContain('Hears of it')
  await look(page, read)
  await expect.poll(async () => (await page.screenshot({ clip })).equals(before)).toBe(false)
  await page.keyboard.press('Control+z')
  await expect.poll(names).not.toContain('Hears of it')
  await look(page, read)
  await expect.poll(async () => (await page.screenshot({ clip })).equals(before)).toBe(true)
})

test('all there is to say of a step is said at the side, and of several steps at once', async ({
  page,
  read,
}) => {
  const told = await tell(page, read)
  await page.mouse.click(...placeOf(told, 'Moment 1', 'number'))
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Step')
  await page.getByRole('option', { name: 'Step', exact: true }).click()
  const panel = page.locator('[data-side-panel]')
  await panel.getByRole('textbox', { name: 'Title' }).fill('The first one')
  const stepsNow = async () => (await read()).journeys.all('steps')
  await expect.poll(async () => (await stepsNow()).map(({ title }) => title)).toContain('The first one')
  // The board has made room for the panel.
  const beside = await look(page, read)
  await page.mouse.click(...placeOf(beside, 'Moment 1', 'number'))
  await page.keyboard.down('Control')
  await page.mouse.click(...placeOf(beside, 'Moment 2', 'number'))
  await page.keyboard.up('Control')
  await expect(panel.getByRole('heading', { name: '2 steps' })).toBeVisible()
  await expect(panel.getByRole('textbox', { name: 'Title' })).toHaveAttribute('placeholder', 'Mixed')
  await panel.getByRole('radio', { name: 'Observed' }).click()
  const seen = async () =>
    (await stepsNow()).filter(({ evidence }) => evidence === 'observed').map(({ caption }) => caption)
  await expect.poll(seen).toEqual(['Moment 1', 'Moment 2'])
})
