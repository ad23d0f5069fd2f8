import { expect, test, type Page } from 'playwright/test'
import { unionOf } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { MAP } from '../../shared/journey/mapLayout.ts'
import { boundsOf } from '../../shared/model/shape.ts'
import { fit, toScreen } from '../../renderer/editor/camera.ts'
import { axeViolations } from './support/axe.ts'
import { boardOf } from './support/board.ts'

const canvas = (page: Page) => page.locator('[data-canvas]')
const panel = (page: Page) => page.getByRole('region', { name: 'Current and ideal', exact: true })
const group = (page: Page, name: string) => panel(page).getByRole('region', { name: new RegExp(`^${name}`) })

/** Does what the palette's best match for `words` does. */
async function run(page: Page, words: string): Promise<void> {
  await canvas(page).focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await expect(page.getByRole('option').first()).toContainText(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(0)
}

/** A workshop with one journey of thirteen steps, on a storyboard and a map. */
async function openJourney(page: Page): Promise<void> {
  await page.goto('/?lang=en&theme=light')
  await canvas(page).waitFor()
  await run(page, 'Add journey')
  await page.getByRole('dialog').getByRole('button').filter({ hasText: 'Amazon' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Chooses a step of the ideal by its head, with all of the board in view. `column` counts from 0. */
async function choose(page: Page, column: number): Promise<void> {
  const shapes = await boardOf(page).shapes()
  await canvas(page).focus()
  await page.keyboard.press('Shift+1')
  const box = await canvas(page).boundingBox()
  const all = unionOf(shapes.map(boundsOf))
  // The ideal's map is put below that of the current journey.
  const map = shapes.filter(({ kind }) => kind === 'map').toSorted((a, b) => b.geometry[1] - a.geometry[1])[0]
  if (!box || !all || !map) throw new Error('Expected a map')
  const [x, y] = map.geometry
  const middle: Vec = [
    x + MAP.laneHead + (column + 0.5) * MAP.column,
    y + MAP.title + MAP.stageHead + MAP.stepHead * 0.7,
  ]
  await page.mouse.click(...toScreen(fit(all, { w: box.width, h: box.height }), middle))
}

test('an ideal begins as the current journey, and what is changed in it is listed, marked and undone', async ({
  page,
}) => {
  await openJourney(page)
  await run(page, 'Make ideal journey')
  await expect(panel(page).getByRole('status')).toContainText('13 of 13 steps of “Lena buys headphones”')
  await expect(group(page, 'Pain points not addressed').getByRole('button')).toHaveCount(2)
  await expect(group(page, 'Removed')).toBeHidden()

  await choose(page, 2)
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('PageUp')
  await expect(group(page, 'Felt otherwise').getByRole('button')).toContainText('Awful → Good')

  await choose(page, 5)
  await page.keyboard.press('Delete')
  await expect(group(page, 'Removed').getByRole('button')).toHaveText('Twelve hundred results')
  await expect(panel(page).getByRole('status')).toContainText('12 of 13 steps')
  await expect(group(page, 'Pain points not addressed')).toContainText(
    '“Twelve hundred results” is not in the ideal, and nothing was decided',
  )

  await choose(page, 3)
  await run(page, 'Merge with the next')
  await expect(group(page, 'Merged').getByRole('button')).toContainText(
    'from “Watching tests”, “The wish list”',
  )

  await choose(page, 5)
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('Arrives by itself')
  await page.keyboard.press('Escape')
  await expect(group(page, 'Added').getByRole('button')).toHaveText('Arrives by itself')

  await choose(page, 0)
  await run(page, 'Move step later')
  await expect(group(page, 'Moved').getByRole('button')).toHaveCount(1)
  expect(await axeViolations(page)).toEqual([])

  await canvas(page).focus()
  await page.keyboard.press('Control+z')
  await expect(group(page, 'Moved')).toBeHidden()
  // What was typed, and then the step itself.
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(group(page, 'Added')).toBeHidden()
})

test('each difference leads to its step, by mouse and by keys', async ({ page }) => {
  await openJourney(page)
  await run(page, 'Make ideal journey')
  await expect(panel(page).getByRole('status')).toContainText('13 of 13 steps')
  await choose(page, 2)
  await page.keyboard.press('Delete')
  await canvas(page).focus()
  await page.keyboard.press('Control+0')
  await group(page, 'Removed').getByRole('button').focus()
  await page.keyboard.press('ArrowDown')
  await expect(group(page, 'Pain points not addressed').getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('toolbar', { name: /1 note/ })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('toolbar', { name: /1 note/ })).toBeHidden()
  // The step that is gone from the ideal is chosen in the current journey, and can be acted on there.
  await canvas(page).focus()
  await page.keyboard.press('Delete')
  await expect(panel(page).getByRole('status')).toContainText('12 of 12 steps')
})

test('without an ideal the panel says what it is for, and makes one', async ({ page }) => {
  await page.goto('/?lang=en&theme=light')
  await canvas(page).waitFor()
  await run(page, 'Current and ideal')
  await expect(panel(page)).toContainText('No journey yet')
  await run(page, 'Add journey')
  await page.getByRole('dialog').getByRole('button').filter({ hasText: 'Amazon' }).click()
  await panel(page).getByRole('button', { name: 'Make ideal journey' }).click()
  await expect(panel(page).getByRole('status')).toContainText('13 of 13 steps')
  await canvas(page).focus()
  await page.keyboard.press('Control+z')
  await expect(panel(page)).toContainText('No ideal journey yet')
})
