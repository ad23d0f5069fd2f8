import { expect, test, type Page } from 'playwright/test'
import { axeViolations } from './support/axe.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en&theme=light')
  await page.locator('[data-canvas]').waitFor()
})

/** Runs an action from the palette. */
async function run(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(name)
  await page.getByRole('option', { name }).first().click()
}

async function choose(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    run(page, 'Import metrics or feedback'),
  ])
  await chooser.setFiles(`test/fixtures/data/${file}`)
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import CSV' })

/** A journey with a storyboard and a map on the board. */
async function addJourney(page: Page): Promise<void> {
  await run(page, 'Add journey')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Coffee shop/ })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('a wide table of figures becomes metrics that are placed by drag, edited and undone', async ({
  page,
}) => {
  await addJourney(page)
  await choose(page, 'online-shopping-kpis.csv')
  await expect(dialog(page).getByRole('radio', { name: 'Metrics' })).toBeChecked()
  await expect(dialog(page).getByText('23 of 23 rows are used.')).toBeVisible()
  await dialog(page).getByRole('combobox', { name: 'What becomes of the groups in “visitor_type”' }).click()
  await page.getByRole('option', { name: 'Only “New_Visitor”' }).click()
  await expect(dialog(page).getByText('10 of 23 rows are used.')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Import 6 metrics' }).click()

  const panel = page.getByRole('region', { name: 'Metrics' })
  const bounce = panel.getByRole('button', { name: /Mean bounce rate/ })
  await expect(bounce).toContainText('0.696 %')
  const from = await bounce.boundingBox()
  const target = await frameOnScreen(page)
  if (!from) throw new Error('Expected a row')
  await page.mouse.move(from.x + 40, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(target.x, target.y, { steps: 8 })
  await page.mouse.up()
  await expect(bounce).not.toContainText('Not on the map yet')

  await bounce.click()
  await panel.getByLabel('Target').fill('2,5')
  await panel.getByLabel('Period').fill('Jan')
  await panel.getByLabel('Value').fill('nothing')
  await panel.getByRole('button', { name: 'Add figure' }).click()
  await expect(panel.getByText('Write a number, such as 12.5.')).toBeVisible()
  await panel.getByLabel('Value').fill('3.1')
  await panel.getByRole('button', { name: 'Add figure' }).click()
  await expect(panel.getByRole('region', { name: 'Figures' }).getByRole('listitem')).toHaveCount(11)
  await panel.getByRole('button', { name: 'Remove metric' }).click()
  await expect(bounce).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(bounce).toContainText('Target 2.5')
})

test('a long table of figures is read by the names in it, and its columns are remembered', async ({
  page,
}) => {
  await choose(page, 'airbnb-stay-ratings.csv')
  await expect(dialog(page).getByText('120 of 120 rows are used.')).toBeVisible()
  await dialog(page).getByRole('combobox', { name: 'What becomes of the groups in “city”' }).click()
  await page.getByRole('option', { name: 'All together' }).click()
  await expect(dialog(page).getByText('30 figures are made of several rows.')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Import 1 metric' }).click()
  await expect(page.getByRole('region', { name: 'Metrics' }).getByText('Satisfaction')).toBeVisible()

  await choose(page, 'airbnb-stay-ratings.csv')
  await expect(dialog(page).getByText('1 metric is in the workshop already')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Guess again' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Import 4 metrics' })).toBeVisible()
})

test('1,500 reviews are placed by key and by drag, dismissed, and taken back', async ({ page }) => {
  await addJourney(page)
  await choose(page, 'airbnb-guest-reviews.csv')
  await dialog(page).getByRole('button', { name: 'Import 1,500 quotes' }).click()
  const panel = page.getByRole('region', { name: 'Quotes to place' })
  await expect(panel.getByText('1,500 of 1,500 unplaced, 100%')).toBeVisible()
  const list = panel.getByRole('listbox', { name: 'Quotes' })
  await expect(list).toBeFocused()
  expect(await list.getByRole('option').count()).toBeLessThan(30)
  const chosen = list.getByRole('option', { selected: true })

  await page.keyboard.press('1')
  await expect(panel.getByText('1,499 of 1,500 unplaced, 99%')).toBeVisible()
  await expect(chosen).toContainText('Aurelie fue muy atenta')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(panel.getByText('1,498 of 1,500 unplaced, 99%')).toBeVisible()
  await page.keyboard.press('x')
  await expect(panel.getByText('1,497 of 1,500 unplaced, 99%')).toBeVisible()

  const row = await chosen.boundingBox()
  const target = await frameOnScreen(page)
  if (!row) throw new Error('Expected a row')
  await page.mouse.move(row.x + 60, row.y + 30)
  await page.mouse.down()
  await page.mouse.move(target.x, target.y, { steps: 8 })
  await page.mouse.up()
  await expect(panel.getByText('1,496 of 1,500 unplaced, 99%')).toBeVisible()

  for (const left of ['1,497', '1,498', '1,499', '1,500']) {
    await page.keyboard.press('Control+z')
    await expect(panel.getByText(`${left} of 1,500 unplaced`)).toBeVisible()
  }
})

test('quotes are filtered, judged and merged, and importing them again adds none', async ({ page }) => {
  await choose(page, 'airbnb-guest-reviews.csv')
  await dialog(page).getByRole('button', { name: 'Import 1,500 quotes' }).click()
  const panel = page.getByRole('region', { name: 'Quotes to place' })
  const list = panel.getByRole('listbox', { name: 'Quotes' })
  await panel.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'Dutch' }).click()
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '500')
  await panel.getByRole('searchbox', { name: 'Find in quotes' }).fill('ONTBIJT')
  await expect(list.getByRole('option').first()).toContainText(/ontbijt/i)
  await panel.getByRole('radio', { name: 'Good' }).click()
  await panel.getByRole('combobox', { name: 'Sentiment' }).click()
  await page.getByRole('option', { name: 'Good', exact: true }).click()
  await expect(list.getByRole('option')).toHaveCount(1)
  await panel.getByRole('button', { name: 'Find duplicates' }).click()
  await expect(panel.getByText('No two of these quotes say the same.')).toBeVisible()

  await choose(page, 'airbnb-guest-reviews.csv')
  await expect(dialog(page).getByText('1,500 quotes are in the workshop already')).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Import 0 quotes' })).toBeDisabled()
})

test('a dropped table says what is the matter with its rows', async ({ page }) => {
  const table = 'month;bounce rate\n2021-01;12,5 %\n2021-02;unknown\nsoon;3,5 %\n2021-03;8,25 %\n'
  await drop(page, table)
  await expect(dialog(page).getByRole('radio', { name: 'Metrics' })).toBeChecked()
  await expect(dialog(page).getByText('1 row (3): “unknown” in “bounce rate” is no number.')).toBeVisible()
  await expect(dialog(page).getByText('1 row (4): “soon” in “month” is no date')).toBeVisible()
  await dialog(page).getByRole('radio', { name: 'Notes' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Make 4 notes' })).toBeVisible()
})

test('duplicates are merged, count with the one that is kept, and come apart again', async ({ page }) => {
  await drop(
    page,
    'id,comment,rating\n1,"Check-in took far too long, and nobody helped us.",2\n' +
      '2,CHECK IN took far too long and nobody helped us,1\n3,A lovely flat with a view of the sea,5\n',
  )
  await expect(dialog(page).getByRole('radio', { name: 'Feedback' })).toBeChecked()
  expect(await axeViolations(page)).toEqual([])
  await dialog(page).getByRole('button', { name: 'Import 3 quotes' }).click()
  const panel = page.getByRole('region', { name: 'Quotes to place' })
  await panel.getByRole('button', { name: 'Find duplicates' }).click()
  await expect(panel.getByText('Same words')).toBeVisible()
  await panel.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('1 duplicate merged')).toBeVisible()
  await panel.getByRole('button', { name: 'Back to quotes' }).click()
  const quotes = panel.getByRole('listbox', { name: 'Quotes' }).getByRole('option')
  await expect(quotes).toHaveCount(2)
  await expect(quotes.first()).toContainText('1 more merged with it')
  await expect(panel.getByText('3 of 3 unplaced')).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  await panel.getByRole('button', { name: 'Separate again' }).click()
  await expect(quotes).toHaveCount(3)
})

/** Drops a table on the board. */
async function drop(page: Page, table: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'table.csv', { type: 'text/csv' }))
    return transfer
  }, table)
  await page.dispatchEvent('[data-canvas]', 'drop', { dataTransfer })
}

/** A point of the screen, within a frame of the storyboard on the board. */
async function frameOnScreen(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const board = await page.locator('[data-canvas]').boundingBox()
  if (!board) throw new Error('Expected a board')
  return { x: board.x + 220, y: board.y + 260 }
}
