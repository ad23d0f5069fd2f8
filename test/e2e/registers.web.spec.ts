import { expect, test, type Locator, type Page } from 'playwright/test'
import { axeViolations } from './support/axe.ts'

const canvas = (page: Page) => page.locator('[data-canvas]')
const panel = (page: Page) => page.locator('[data-side-panel]')
const grid = (page: Page) => page.getByRole('grid')
const rows = (page: Page) => grid(page).locator('[data-note]')
const focused = (page: Page) => page.locator('[data-cell]:focus')
/** The cell of a column in the row of a note, by the beginning of its text. */
const cell = (page: Page, text: string, column: string): Locator =>
  rows(page).filter({ hasText: text }).locator(`[data-cell=${column}]`)

interface Opening {
  readonly language?: string
  readonly theme?: string
}

/** The sample workshop, whose guest has seven pain points and more, with a panel opened from the list of panels. */
async function open(
  page: Page,
  name: string,
  { language = 'en', theme = 'light' }: Opening = {},
): Promise<void> {
  await page.goto(`/?lang=${language}&theme=${theme}&begin=sample`)
  await canvas(page).waitFor()
  // The sample is there once there is something to export; nothing can be undone or redone yet.
  await expect(page.locator('header button[aria-disabled=true]')).toHaveCount(2)
  await page.locator('header [aria-haspopup=menu]').last().click()
  await page.getByRole('menuitemradio', { name, exact: true }).click()
  await expect(panel(page).locator('[data-panel-content] button').first()).toBeVisible()
}

/** Presses each key after the other. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test('the list of panels opens one, the outline takes its place, and Escape goes back to the board', async ({
  page,
}) => {
  await open(page, 'Pain points')
  await expect(panel(page)).toHaveAccessibleName('Pain points')
  await expect(focused(page)).toHaveAttribute('data-cell', 'text')
  await press(page, 'Escape')
  await expect(panel(page)).toHaveCount(0)
  await expect(canvas(page)).toBeFocused()

  await press(page, 'Control+k')
  await page.keyboard.type('pain points')
  await press(page, 'Enter')
  await expect(focused(page)).toHaveAttribute('data-cell', 'text')
  await panel(page).getByRole('button', { name: 'Pain points' }).click()
  await page.getByRole('menuitemradio', { name: 'Outline' }).click()
  await expect(panel(page)).toHaveCount(0)
  await expect(page.locator('[data-outline]')).toBeVisible()
})

test('the panel is made wider by its edge, with mouse and keys, and stays so', async ({ page }) => {
  await open(page, 'Pain points')
  const edge = page.getByRole('separator', { name: 'Width of the panel' })
  await expect(edge).toHaveAttribute('aria-valuenow', '420')
  await edge.focus()
  await press(page, 'ArrowLeft')
  await expect(edge).toHaveAttribute('aria-valuenow', '440')
  const box = await edge.boundingBox()
  if (!box) throw new Error('Expected an edge')
  await page.mouse.move(box.x + box.width / 2, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + 200, { steps: 3 })
  await page.mouse.up()
  await expect(edge).toHaveAttribute('aria-valuenow', '500')
  await page.reload()
  await page.locator('header [aria-haspopup=menu]').last().click()
  await page.getByRole('menuitemradio', { name: 'Pain points' }).click()
  await expect(edge).toHaveAttribute('aria-valuenow', '500')
})

test('pain points are read and edited by keys alone, each a step that can be undone', async ({ page }) => {
  await open(page, 'Pain points')
  await expect(focused(page)).toHaveAccessibleName('Too many homes look alike')
  await press(page, 'ArrowDown', 'ArrowRight')
  await expect(focused(page)).toHaveAccessibleName('Status: In progress')

  await press(page, 'Enter')
  await expect(page.getByRole('menuitemradio', { name: 'In progress' })).toBeVisible()
  await press(page, 'ArrowDown', 'Enter')
  await expect(focused(page)).toHaveAccessibleName('Status: Solved')
  await expect(panel(page).getByRole('contentinfo').or(panel(page).locator('footer'))).toContainText(
    'Solved: 2',
  )
  await press(page, 'ArrowRight', '1')
  await expect(focused(page)).toHaveAccessibleName('Severity: Minor')
  await press(page, 'Delete')
  await expect(focused(page)).toHaveAccessibleName('Severity')
  await press(page, 'Control+z')
  await expect(cell(page, 'Fear of', 'severity')).toHaveAccessibleName('Severity: Minor')
  await press(page, 'Control+z', 'Control+z')
  await expect(cell(page, 'Fear of', 'status')).toHaveAccessibleName('Status: In progress')
})

test('texts, owners and days are typed in place; Escape gives up, and Tab goes on', async ({ page }) => {
  await open(page, 'Pain points')
  await press(page, 'Enter')
  await page.keyboard.type('All homes look the same')
  await press(page, 'Enter')
  await expect(focused(page)).toHaveAttribute('data-cell', 'text')
  await expect(rows(page).first()).toContainText('All homes look the same')

  await cell(page, 'All homes', 'owner').click()
  await page.keyboard.type('Maja Kos')
  await press(page, 'Tab')
  await expect(cell(page, 'All homes', 'owner')).toHaveAccessibleName('Owner: Maja Kos')
  await expect(focused(page)).toHaveAttribute('data-cell', 'due')
  await press(page, 'Enter')
  await page.locator('input[type=date]').fill('2020-03-21')
  await press(page, 'Enter')
  await expect(cell(page, 'All homes', 'due')).toHaveAccessibleName('Due: 21 Mar 2020, overdue')

  await cell(page, 'All homes', 'text').click()
  await press(page, 'F2')
  await page.keyboard.type('never')
  await press(page, 'Escape')
  await expect(panel(page)).toBeVisible()
  await expect(rows(page).first()).toContainText('All homes look the same')
})

test('a row and its note select each other', async ({ page }) => {
  await open(page, 'Pain points')
  await cell(page, 'Nobody helps', 'text').click()
  await expect(rows(page).filter({ hasText: 'Nobody helps' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('toolbar', { name: /selected/ })).toBeVisible()
  // Tab goes to the next note on the board, until it is one of the list.
  await canvas(page).focus()
  await press(page, 'Escape')
  await expect(grid(page).locator('[aria-selected=true]')).toHaveCount(0)
  const first = rows(page).filter({ hasText: 'Too many homes' })
  await first.locator('[data-cell=text]').click()
  await canvas(page).focus()
  await press(page, 'Alt+ArrowRight')
  await expect(grid(page).locator('[aria-selected=true]')).toHaveCount(1)
})

test('filters and sorting change what is listed, and can be taken back one by one', async ({ page }) => {
  await open(page, 'Pain points')
  const all = await rows(page).count()
  await page.getByRole('searchbox', { name: 'Search' }).fill('nobody')
  await expect(rows(page)).toHaveCount(2)
  await expect(panel(page).getByRole('status')).toHaveText(`2 of ${all}`)
  await press(page, 'Escape')
  await expect(rows(page)).toHaveCount(all)

  await panel(page).getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('menuitem', { name: 'Severity' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Critical' }).click()
  await expect(panel(page).getByRole('button', { name: 'Remove filter “Severity”' })).toBeVisible()
  const critical = await rows(page).count()
  expect(critical).toBeLessThan(all)
  await panel(page).getByRole('button', { name: 'Remove filter “Severity”' }).click()
  await expect(rows(page)).toHaveCount(all)

  const severity = page.getByRole('columnheader', { name: 'Severity' })
  await severity.getByRole('button').click()
  await expect(severity).toHaveAttribute('aria-sort', 'descending')
  await expect(rows(page).first().locator('[data-cell=severity]')).toHaveAccessibleName('Severity: Critical')
})

test('a new pain point goes to the step that is chosen for it', async ({ page }) => {
  await open(page, 'Pain points')
  const all = await rows(page).count()
  await panel(page).getByRole('button', { name: 'New pain point' }).click()
  await page.getByRole('textbox', { name: 'New pain point' }).fill('The map is upside down')
  await page.getByRole('combobox', { name: 'Step' }).click()
  await page.getByRole('option', { name: /^9 · Lost at night .Guest: a/ }).click()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(rows(page)).toHaveCount(all + 1)
  await expect(rows(page).filter({ hasText: 'upside down' })).toHaveAttribute('aria-selected', 'true')
  await expect(cell(page, 'upside down', 'step')).toHaveAccessibleName('Step: 9 · Lost at night')
})

test('an opportunity gets its impact and effort by being dragged on the matrix, or by arrow keys', async ({
  page,
}) => {
  await open(page, 'Opportunities')
  await page.getByRole('radio', { name: 'Impact and effort matrix' }).click()
  const dot = (impact: number, effort: number) =>
    page.getByRole('button', { name: `A trip to send to a friend. Impact ${impact}, effort ${effort}` })
  await dot(4, 2).focus()
  await press(page, 'ArrowUp', 'ArrowLeft')
  await expect(dot(5, 1)).toBeFocused()

  const matrix = page.getByRole('group', { name: 'Impact and effort matrix' })
  const [from, to] = [await dot(5, 1).boundingBox(), await matrix.boundingBox()]
  if (!from || !to) throw new Error('Expected a matrix')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width * 0.5, to.y + to.height * 0.7, { steps: 4 })
  await expect(dot(5, 1)).toBeVisible()
  await page.mouse.move(to.x + to.width * 0.9, to.y + to.height * 0.9, { steps: 4 })
  await page.mouse.up()
  await expect(dot(1, 5)).toBeVisible()
  await press(page, 'Control+z')
  await expect(dot(5, 1)).toBeVisible()

  await dot(5, 1).focus()
  await press(page, 'Delete')
  await expect(page.getByRole('region', { name: 'Not on the matrix yet' })).toContainText('A trip to send')
})

test('an opportunity names the frame that it serves, and the list of frames says so', async ({ page }) => {
  await open(page, 'Opportunities')
  await page.getByRole('button', { name: 'Use the whole width' }).click()
  await cell(page, 'A trip to send', 'serves').click()
  await page.getByRole('menuitemradio', { name: /^3 · Searching .Guest: a/ }).click()
  await expect(cell(page, 'A trip to send', 'serves')).toHaveAccessibleName(/Frame served: 3 · Searching/)
  await page.getByRole('button', { name: 'Opportunities', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Frames and what serves them' }).click()
  const frame = panel(page).getByRole('listitem').filter({ hasText: 'Searching' }).first()
  await expect(frame).toContainText('A trip to send to a friend')
  await frame.getByRole('button').first().click()
  await expect(frame.getByRole('button').first()).toHaveAttribute('aria-pressed', 'true')
  const all = await panel(page).getByRole('button', { pressed: false }).count()
  await page.getByRole('radio', { name: /^With nothing/ }).click()
  await expect.poll(() => panel(page).getByRole('button', { pressed: false }).count()).toBeLessThan(all)
})

test('what is known of a note is asked for beside it', async ({ page }) => {
  await open(page, 'Opportunities')
  await cell(page, 'A trip to send', 'text').click()
  await page.getByRole('button', { name: 'Details' }).click()
  await page.getByRole('radiogroup', { name: 'Impact' }).getByRole('radio', { name: '5' }).click()
  await expect(cell(page, 'A trip to send', 'impact')).toHaveAccessibleName('Impact: 5')
  await page
    .getByRole('combobox', { name: 'Owner' })
    .or(page.getByRole('textbox', { name: 'Owner' }))
    .fill('Ana')
  await press(page, 'Enter')
  await expect(cell(page, 'A trip to send', 'owner')).toHaveAccessibleName('Owner: Ana')
  expect(await axeViolations(page)).toEqual([])
})

const NAMES = {
  en: ['Pain points', 'Opportunities', 'Frames and what serves them'],
  fa: ['نقاط درد', 'فرصت‌ها', 'قاب‌ها و آنچه به آن‌ها خدمت می‌کند'],
} as const

for (const [language, theme] of [
  ['en', 'light'],
  ['en', 'dark'],
  ['fa', 'dark'],
] as const)
  test(`axe finds nothing wrong with the panels in ${language}, ${theme}`, async ({ page }) => {
    for (const name of NAMES[language]) {
      await open(page, name, { language, theme })
      await expect(panel(page).locator('button, [data-cell]').nth(4)).toBeVisible()
      expect(await axeViolations(page)).toEqual([])
    }
    await open(page, NAMES[language][1], { language, theme })
    await panel(page).getByRole('radio').nth(1).click()
    expect(await axeViolations(page)).toEqual([])
  })
