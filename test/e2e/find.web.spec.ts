import { expect, test, type Page } from 'playwright/test'
import { boardOf } from './support/board.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=en')
  await page.locator('[data-canvas]').waitFor()
})

const query = (page: Page) => page.getByRole('textbox', { name: 'Find', exact: true })
const bar = (page: Page) => page.getByRole('search')
const count = (page: Page) => bar(page).getByRole('status')

/** Two notes on the first board, one on the second; the first is shown. */
async function twoBoards(page: Page): Promise<void> {
  const board = boardOf(page)
  await board.note([400, 300], 'Guest arrives')
  await board.note([700, 300], 'the guest waits')
  await page.getByRole('button', { name: 'New board' }).click()
  await board.note([400, 300], 'guests leave')
  await page.getByRole('tab', { name: 'Board 1' }).click()
}

async function open(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await expect(query(page)).toBeFocused()
  await page.keyboard.type(text)
}

test('finds on all boards, goes round by keys, and stays on what was found', async ({ page }) => {
  await twoBoards(page)
  await open(page, 'GUEST')
  await expect(count(page)).toHaveText('1 of 3')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('2 of 3')
  await page.keyboard.press('F3')
  await expect(count(page)).toHaveText('3 of 3')
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Board 2')
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Board 1')
  await page.keyboard.press('Shift+F3')
  await expect(count(page)).toHaveText('1 of 3')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
  await expect(page.locator('[data-canvas]')).toBeFocused()
  await page.keyboard.press('Delete')
  expect(await boardOf(page).texts()).toEqual(['the guest waits'])
})

test('whole words and capitals are told apart when asked to', async ({ page }) => {
  await twoBoards(page)
  await open(page, 'guest')
  await bar(page).getByRole('button', { name: 'Whole words' }).click()
  await expect(count(page)).toHaveText('1 of 2')
  await bar(page).getByRole('button', { name: 'Match case' }).click()
  await expect(count(page)).toHaveText('1 of 1')
  await query(page).fill('nobody')
  await expect(count(page)).toHaveText('No matches')
})

test('replaces one by one and all at once, undone in one step', async ({ page }) => {
  await twoBoards(page)
  await page.keyboard.press('Control+Shift+H')
  await page.keyboard.type('guest')
  await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('host')
  await bar(page).getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(count(page)).toHaveText('1 of 2')
  await bar(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(page.getByText('2 places replaced').first()).toBeVisible()
  await expect(count(page)).toHaveText('No matches')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(count(page)).toHaveText(/of 2|2 matches/)
  await query(page).focus()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Board 1' }).click()
  expect(await boardOf(page).texts()).toEqual(['host arrives', 'the guest waits'])
})

test('locked notes stay, and that is said', async ({ page }) => {
  await boardOf(page).note([400, 300], 'guest')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Shift+L')
  await page.keyboard.press('Control+Shift+H')
  await page.keyboard.type('guest')
  await bar(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(page.getByText('locked shape').first()).toBeVisible()
  await expect(count(page)).toHaveText('1 of 1')
})

test('Persian words are found however they are typed, and counted in Persian digits', async ({ page }) => {
  await page.goto('/?lang=fa')
  await page.locator('[data-canvas]').waitFor()
  await boardOf(page).note([500, 300], 'مهمان می‌رسد')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('ميرسد')
  await expect(count(page)).toHaveText('۱ از ۱')
})
