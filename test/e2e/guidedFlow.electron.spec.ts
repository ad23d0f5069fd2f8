import type { Locator, Page } from 'playwright/test'
import { expect, test, type Launched } from './support/app.ts'
import { boardOf } from './support/board.ts'
import { flowOf } from './support/guidedFlow.ts'

const GUEST = [
  'Hears of it',
  'Searches',
  'Falls for it',
  'Counts money',
  'Asks a friend',
  'Books',
  'Waits',
  'Packs',
  'Gets lost',
  'Finds the door',
  'Gets the key',
  'Breakfast',
  'Explores',
  'Leaves',
  'Writes a review',
]
const HOST = [
  'Needs money',
  'Lists the flat',
  'Takes pictures',
  'Sets a price',
  'First request',
  'Says yes',
  'Cleans',
  'Waits at night',
  'Opens the door',
  'Shows around',
  'Hands the key',
  'Cooks',
  'Hears noise',
  'Says goodbye',
  'Reads the review',
]
/** Frames in which something is noted: one pain point and one idea each. */
const NOTED = 20
/** Frames in which something is done today; the others are holes. */
const DONE_TODAY = 18

async function guided({ page }: Launched) {
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'New guided storyboard' }).click()
  await loaded
  const flow = flowOf(page)
  await expect(flow.panel.getByRole('textbox', { name: 'Add a persona' })).toBeFocused()
  return flow
}

test('a facilitator alone gets from an empty workshop to a finished map with owners, and finds it again', async ({
  launch,
}) => {
  test.setTimeout(120_000) // a third of it on a machine that does nothing else
  const first = await launch()
  const { page } = first
  const flow = await guided(first)
  const { panel } = flow
  const press = page.keyboard.press.bind(page.keyboard)

  await flow.personas(['Guest', 'Host'])
  await flow.onward('List the emotional moments')
  await flow.moments('Guest', GUEST)
  await flow.moments('Host', HOST)
  await flow.onward('Pick the important ones')
  await press('+')
  await panel.getByRole('button', { name: 'Pick the top 15 of each' }).click()
  await flow.onward('Make the frames')
  await panel.getByRole('button', { name: /^A stay/ }).click()
  await panel.getByRole('button', { name: 'Make 30 frames' }).click()
  await expect(panel.getByText('30 frames are in the storyboard.')).toBeVisible()

  await flow.onward('How does it feel?')
  for (const index of [...GUEST, ...HOST].keys()) await press(String((index % 5) + 1))
  await expect(panel.getByRole('button', { name: 'Next', exact: true })).toBeFocused()

  await flow.onward('What do we do here today?')
  await choose(panel, 'Channel', 'Website')
  await press('PageDown')
  await choose(panel, 'Channel', 'Phone')
  await press('PageUp')
  await panel.getByRole('textbox', { name: 'What do we do here today?' }).click()
  for (let index = 0; index < 30; index++) await flow.enter(index < DONE_TODAY ? 'Yes' : '')

  await flow.onward('Pains and ideas')
  for (let index = 0; index < NOTED; index++) {
    await flow.enter(`Pain ${index}`)
    await press('Enter')
    await flow.enter(`Idea ${index}`)
    await press('Enter')
  }

  await flow.onward('Which frame does it serve?')
  await panel.getByRole('button', { name: 'All 20 serve the frames where they were noted' }).click()
  await expect(panel.getByRole('combobox', { name: /Frame that “Idea 19” serves/ })).toContainText('Host 5')

  await flow.onward('Who has it, and by when?')
  await panel.getByLabel('Date for all without one').fill('2027-03-21')
  await panel.getByRole('button', { name: 'Set for 40 without a date' }).click()
  await panel.getByRole('combobox', { name: 'Owner of “Pain 0”' }).click()
  for (let index = 0; index < 2 * NOTED; index++) {
    await flow.enter(index % 2 === 0 ? 'A' : 'I')
    await press('Enter')
  }
  await flow.onward('Here is your map')
  await expect(panel.getByRole('button', { name: 'In 12 frames we do nothing today' })).toBeVisible()
  await expect(panel.getByRole('list', { name: 'Still missing' }).getByRole('button')).toHaveCount(1)

  await boardOf(page).saved()
  const before = await contents(page)
  expect(before.texts.filter((text) => text !== '')).toHaveLength(2 * NOTED)
  await first.app.close()

  const second = await launch()
  await second.page
    .getByRole('button', { name: /Untitled workshop/ })
    .first()
    .click()
  await second.page.locator('[data-canvas]').waitFor()
  expect(await contents(second.page)).toEqual(before)
  expect(second.log.filter((line) => line.includes('page error'))).toEqual([])
})

/** Chooses from a list by its name. */
async function choose(panel: Locator, list: string, option: string): Promise<void> {
  const trigger = panel.getByRole('combobox', { name: list, exact: true })
  await trigger.click()
  await panel.page().getByRole('option', { name: option, exact: true }).click()
  await expect(trigger).toBeFocused()
}

interface Contents {
  readonly texts: readonly string[]
  readonly summary: string
  readonly register: string
  readonly gaps: string
}

/** All that there is in the end: on the board, in the summary, in the register and among the gaps. */
async function contents(page: Page): Promise<Contents> {
  const texts = (await boardOf(page).texts()).toSorted()
  const summary = await panelText(page, 'Guided storyboard', 'In 12 frames')
  const register = await panelText(page, 'Pain points', 'Pain 0')
  return { texts, summary, register, gaps: await panelText(page, 'Gaps', 'from Hears of it to Searches') }
}

/** Opens a panel by the palette and reads it, once it says what it must. */
async function panelText(page: Page, name: string, says: string): Promise<string> {
  await page.locator('[data-canvas]').focus()
  const panel = page.getByRole('region', { name, exact: true })
  if (!(await panel.isVisible())) {
    await page.keyboard.press('Control+K')
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  await expect(panel).toContainText(says)
  return (await panel.innerText()).replace(/\s+/g, ' ')
}
