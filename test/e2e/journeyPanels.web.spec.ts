import { expect, test, type Page } from 'playwright/test'
import { axeViolations } from './support/axe.ts'
import { flowOf } from './support/guidedFlow.ts'

/** Opens a workshop and one of its panels, by the palette. */
async function open(page: Page, panel: string, begin?: string) {
  await page.goto(`/?lang=en&theme=light${begin === undefined ? '' : `&begin=${begin}`}`)
  await page.locator('[data-canvas]').waitFor()
  if (begin !== undefined) await expect(page.getByText('An empty board')).toBeHidden()
  await show(page, panel)
  return page.getByRole('region', { name: panel, exact: true })
}

async function show(page: Page, panel: string): Promise<void> {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Control+K')
  await page.keyboard.type(panel)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: panel, exact: true })).toBeVisible()
}

const names = (page: Page, field: string) =>
  page
    .getByRole('textbox', { name: field, exact: true })
    .evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value))

test('personas are added, described, moved and deleted by keyboard, and undo brings them back', async ({
  page,
}) => {
  const panel = await open(page, 'Personas')
  await expect(panel.getByRole('textbox', { name: 'Add a persona' })).toBeFocused()
  for (const name of ['Ana', 'Ivan', 'مریم']) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  await panel.getByRole('button', { name: 'More about “Ana”' }).click()
  await panel.getByRole('textbox', { name: 'Objections' }).fill('Too dear')
  await panel.getByRole('radio', { name: 'Teal' }).click()
  await panel.getByRole('button', { name: /^Move “Ana”/ }).focus()
  await page.keyboard.press('ArrowDown')
  expect(await names(page, 'Name')).toEqual(['Ivan', 'Ana', 'مریم'])
  await expect(panel.getByRole('button', { name: /^Move “Ana”/ })).toBeFocused()
  await panel.getByRole('button', { name: 'Delete “Ivan”' }).click()
  expect(await names(page, 'Name')).toEqual(['Ana', 'مریم'])
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  expect(await names(page, 'Name')).toEqual(['Ivan', 'Ana', 'مریم'])
  await expect(panel.getByRole('textbox', { name: 'Objections' })).toHaveValue('Too dear')
  expect(await axeViolations(page)).toEqual([])
})

test('a persona is dragged to another place by its grip', async ({ page }) => {
  const panel = await open(page, 'Personas')
  await expect(panel.getByRole('textbox', { name: 'Add a persona' })).toBeFocused()
  for (const name of ['Ana', 'Ivan', 'Petra']) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  const grip = panel.getByRole('button', { name: /^Move “Ana”/ })
  const from = await grip.boundingBox()
  const to = await panel.getByRole('button', { name: /^Move “Petra”/ }).boundingBox()
  if (!from || !to) throw new Error('Expected two grips')
  await page.mouse.move(from.x + 5, from.y + 5)
  await page.mouse.down()
  await page.mouse.move(to.x + 5, to.y + 60, { steps: 5 })
  await page.mouse.up()
  expect(await names(page, 'Name')).toEqual(['Ivan', 'Petra', 'Ana'])
})

test('journeys are renamed, given actors, owners and a direction, put on the board and deleted', async ({
  page,
}) => {
  const panel = await open(page, 'Journeys')
  await panel.getByRole('button', { name: 'Add a journey' }).click()
  await panel.getByRole('textbox', { name: 'Name of the journey' }).fill('Coffee')
  await panel.getByRole('textbox', { name: 'Owner' }).fill('Ana')
  await panel.getByRole('radio', { name: 'Right to left' }).click()
  await panel.getByRole('button', { name: 'Put the map of “Coffee” on the board' }).click()
  await expect(panel.getByRole('button', { name: 'Show the map of “Coffee”' })).toBeVisible()
  await panel.getByRole('button', { name: 'Put storyboard on the board' }).click()
  await expect(panel.getByRole('button', { name: 'Show storyboard' })).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  await panel.getByRole('button', { name: 'Add a track' }).click()
  await expect(panel.getByRole('textbox', { name: 'Name of the journey' })).toHaveCount(2)
  await panel.getByRole('button', { name: 'Delete “Coffee”' }).click()
  await expect(panel.getByRole('textbox', { name: 'Name of the journey' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  expect(await names(page, 'Name of the journey')).toEqual(['Coffee', ''])
})

test('channels come from the library or are one’s own, and teams have colours', async ({ page }) => {
  const panel = await open(page, 'Journeys')
  await panel.getByRole('radio', { name: 'Channels and teams' }).click()
  const channels = panel.getByRole('region', { name: 'Channels' })
  await channels.getByRole('button', { name: 'Add from the library' }).click()
  await page.getByRole('menuitem', { name: 'Add all 10' }).click()
  await expect(channels.getByRole('listitem')).toHaveCount(10)
  await channels.getByRole('textbox', { name: 'Add a channel, then Enter' }).fill('Pigeon')
  await page.keyboard.press('Enter')
  await channels.getByRole('button', { name: 'Remove “Website”' }).click()
  await expect(channels.getByRole('listitem')).toHaveCount(10)
  await expect(channels.getByRole('textbox', { name: 'Name of “Pigeon”' })).toHaveValue('Pigeon')
  await panel.getByRole('textbox', { name: 'Add a team, then Enter' }).fill('Sales')
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Colour of “Sales”' }).click()
  await page.getByRole('radio', { name: 'Pink' }).click()
  await expect(page.getByRole('radio', { name: 'Pink' })).toBeChecked()
  expect(await axeViolations(page)).toEqual([])
})

test('each step of the guided flow can be skipped, gone back to, and reads well to axe', async ({ page }) => {
  await open(page, 'Guided storyboard', 'airbnb')
  const { panel } = flowOf(page)
  await panel.getByRole('button', { name: /^1\. Whose journey/ }).click()
  const titles: string[] = []
  for (;;) {
    titles.push(await panel.getByRole('heading', { level: 3 }).innerText())
    expect(await axeViolations(page)).toEqual([])
    const next = panel.getByRole('button', { name: /^(Next|Skip)$/ })
    if ((await next.count()) === 0) break
    await next.click()
  }
  expect(titles).toHaveLength(10)
  await panel.getByRole('button', { name: 'Back' }).click()
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText('Who has it, and by when?')
})

test('the outline reads a map and a storyboard, and renames a step for both', async ({ page }) => {
  await page.goto('/?lang=en&begin=airbnb')
  await page.locator('[data-canvas]').waitFor()
  await expect(page.getByText('An empty board')).toBeHidden()
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Shift+O')
  const first = page.getByRole('treeitem', { name: /frame 1$/ }).first()
  await first.click()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('F2')
  await page.keyboard.type('Renamed')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { name: 'Renamed, Mia, frame 1' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('treeitem', { name: 'Renamed, Mia, frame 2' })).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
})
