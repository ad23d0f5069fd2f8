import { expect, test, type Page } from 'playwright/test'
import { axeViolations } from './support/axe.ts'
import { boardOf } from './support/board.ts'

const canvas = (page: Page) => page.locator('[data-canvas]')
const tree = (page: Page) => page.getByRole('tree')
const row = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name })
const current = (page: Page) => page.locator('[role=treeitem]:focus')

async function open(page: Page, language = 'en'): Promise<void> {
  await page.goto(`/?lang=${language}`)
  await canvas(page).waitFor()
  // It comes with the bars around the board, which are drawn after the board.
  await page.locator('nav > button').first().waitFor({ state: 'attached' })
}

/** Presses each key after the other. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** By keys alone: opens the outline of an empty board and writes three notes into it. */
async function threeNotes(page: Page): Promise<void> {
  await canvas(page).focus()
  await press(page, 'Shift+O')
  await expect(page.getByRole('button', { name: 'New note' })).toBeFocused()
  await press(page, 'Enter')
  await page.keyboard.type('one')
  await press(page, 'Control+Enter')
  await page.keyboard.type('two')
  await press(page, 'Control+Enter')
  await page.keyboard.type('three')
  await press(page, 'Enter')
  await expect(current(page)).toHaveAccessibleName('three, Note')
}

const names = (page: Page) =>
  page
    .getByRole('treeitem')
    .evaluateAll((items) =>
      items
        .toSorted((a, b) => Number(a.dataset['row']) - Number(b.dataset['row']))
        .map((item) => item.getAttribute('aria-label')),
    )

test('whoever leaves the board by Tab finds the outline, and Escape leads back', async ({ page }) => {
  await open(page)
  await canvas(page).focus()
  await press(page, 'Escape', 'Tab')
  await expect(page.getByRole('button', { name: 'Open the outline' })).toBeFocused()
  expect(await axeViolations(page)).toEqual([])
  await press(page, 'Enter', 'Enter')
  await page.keyboard.type('hello')
  await press(page, 'Enter')
  await expect(current(page)).toHaveAccessibleName('hello, Note')
  await expect(current(page)).toHaveAccessibleDescription('Yellow')
  await expect(tree(page)).toHaveAccessibleDescription(/Alt\+up and down arrow/)
  await press(page, 'Escape')
  await expect(canvas(page)).toBeFocused()
})

test('notes are made, edited, moved and removed in it by keys alone', async ({ page }) => {
  await open(page)
  await threeNotes(page)
  expect(await names(page)).toEqual(['one, Note', 'two, Note', 'three, Note'])

  await press(page, 'Home', 'F2', 'End')
  await page.keyboard.type(' more')
  await press(page, 'Enter')
  await expect(current(page)).toHaveAccessibleName('one more, Note')
  await press(page, 'Enter')
  await page.keyboard.type('never')
  await press(page, 'Escape')
  await expect(current(page)).toHaveAccessibleName('one more, Note')

  await press(page, 'Alt+ArrowDown')
  await expect(current(page)).toHaveAccessibleName('one more, Note')
  expect(await names(page)).toEqual(['two, Note', 'one more, Note', 'three, Note'])
  await expect(page.locator('[aria-live=polite]', { hasText: 'Now 2 of 3' })).toHaveCount(1)
  await press(page, 'Control+z')
  await expect.poll(() => names(page)).toEqual(['one more, Note', 'two, Note', 'three, Note'])

  await press(page, 'Home', 'Delete')
  await expect(current(page)).toHaveAccessibleName('two, Note')
  expect(await names(page)).toEqual(['two, Note', 'three, Note'])
  await press(page, 'Control+z')
  await expect(current(page)).toHaveAccessibleName('one more, Note')
  expect((await boardOf(page).texts()).toSorted()).toEqual(['one more', 'three', 'two'])
})

test('Ctrl and an arrow move a note on the board', async ({ page }) => {
  await open(page)
  await threeNotes(page)
  await press(page, 'Home', 'Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowRight')
  const [x, y] = await copiedPlace(page)
  await press(page, 'Control+z')
  const [beforeX, beforeY] = await copiedPlace(page)
  expect([x - beforeX, y - beforeY]).toEqual([10, 20])
})

async function copiedPlace(page: Page): Promise<readonly [number, number]> {
  const copied = await page.evaluate(() => {
    const data = new DataTransfer()
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }))
    return data.getData('application/x-throughline-shapes+json')
  })
  const { shapes } = JSON.parse(copied) as { shapes: { geometry: [number, number] }[] }
  return shapes[0]?.geometry ?? [NaN, NaN]
}

test('two notes are connected, and the arrow says between what it runs', async ({ page }) => {
  await open(page)
  await threeNotes(page)
  await press(page, 'Home', 'c')
  await expect(page.getByRole('status').filter({ hasText: 'Choose what to connect' })).toBeVisible()
  await press(page, 'End', 'Enter')
  await expect(current(page)).toHaveAccessibleName('Arrow from one to three')
  await press(page, 'Enter')
  await page.keyboard.type('then')
  await press(page, 'Enter')
  await expect(current(page)).toHaveAccessibleName('then: Arrow from one to three')
})

test('a note goes into a section and out again from the menu of its row', async ({ page }) => {
  await open(page)
  await threeNotes(page)
  // The section that is put around the selection has its title open on the board.
  await press(page, 'Home', 'Control+Alt+g')
  await page.keyboard.type('Phase')
  await press(page, 'Escape')
  await press(page, 'Shift+O', 'Shift+O')
  await expect(row(page, 'Phase, Section')).toHaveAttribute('aria-expanded', 'true')
  await press(page, 'End')
  await expect(current(page)).toHaveAccessibleName('three, Note')
  await press(page, 'Shift+F10')
  await page.getByRole('menuitem', { name: 'Move into section' }).focus()
  await press(page, 'ArrowRight', 'Enter')
  await expect(row(page, 'three, Note')).toHaveAttribute('aria-level', '2')
  await expect(current(page)).toHaveAccessibleName('three, Note')
  await press(page, 'ArrowLeft')
  await expect(current(page)).toHaveAccessibleName('Phase, Section')
  await press(page, 'ArrowLeft')
  await expect(row(page, 'three, Note')).toHaveCount(0)
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowDown')
  await expect(current(page)).toHaveAccessibleName('three, Note')
  await press(page, 'Shift+F10')
  await page.getByRole('menuitem', { name: 'Move out of section' }).focus()
  await press(page, 'Enter')
  await expect(row(page, 'three, Note')).toHaveAttribute('aria-level', '1')
})

test('it follows the board, and the board follows it', async ({ page }) => {
  await open(page)
  const board = boardOf(page)
  await board.note([300, 300], 'left')
  await board.note([600, 300], 'right')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+O')
  await expect(row(page, /Note/)).toHaveCount(2)
  await page.mouse.click(300, 300)
  await expect(row(page, 'left, Note')).toHaveAttribute('aria-selected', 'true')
  await expect(row(page, 'left, Note')).toHaveAttribute('tabindex', '0')
  await board.note([300, 560], 'below')
  await expect(row(page, 'below, Note')).toHaveAttribute('aria-posinset', '3')
  await page.reload()
  await expect(tree(page).or(page.getByText('There is nothing on this board yet.'))).toBeVisible()
})

for (const [language, theme] of [
  ['en', 'light'],
  ['en', 'dark'],
  ['fa', 'light'],
] as const)
  test(`axe finds nothing wrong with the board and its outline: ${language}, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await open(page, language)
    const board = boardOf(page)
    await board.note([300, 300], 'left')
    await board.note([600, 300], 'right')
    await canvas(page).focus()
    await press(page, 'Shift+O')
    await expect(current(page)).toHaveAttribute('aria-setsize', '2')
    expect(await axeViolations(page)).toEqual([])
    await press(page, 'Enter')
    await expect(page.locator('textarea:focus')).toHaveCount(1)
    expect(await axeViolations(page)).toEqual([])
    await press(page, 'Escape', 'Shift+F10')
    await expect(page.getByRole('menu')).toBeVisible()
    // A menu that is open belongs to no landmark, wherever it stands.
    expect(await axeViolations(page, { rules: { region: { enabled: false } } })).toEqual([])
  })
