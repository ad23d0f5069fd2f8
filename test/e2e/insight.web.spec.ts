import { expect, test, type Page } from 'playwright/test'
import { axeViolations } from './support/axe.ts'

/** A workshop with the guest's and the host's way, thirty frames in all. */
async function openStory(page: Page, query = 'lang=en&theme=light', add = 'Add journey'): Promise<void> {
  await page.goto(`/?${query}`)
  await page.locator('[data-canvas]').waitFor()
  await run(page, add)
  await page.getByRole('dialog').getByRole('button').filter({ hasText: 'Airbnb' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Does what the palette's best match for `words` does. */
async function run(page: Page, words: string): Promise<void> {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await expect(page.getByRole('option').first()).toContainText(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(0)
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('a gap is accepted into the register, another dismissed with a reason, and both can be taken back', async ({
  page,
}) => {
  await openStory(page)
  await run(page, 'Gaps')
  const gaps = panel(page, 'Gaps')
  const suggested = gaps.getByRole('region', { name: 'Suggestions' }).getByRole('listitem')
  await expect(suggested.first()).toBeVisible()
  const before = await suggested.count()
  expect(before).toBeGreaterThan(10)
  const first = suggested.filter({ hasText: 'Social media' }).first()
  await first.getByRole('button', { name: /^Make it a pain point/ }).click()
  const accepted = gaps.getByRole('region', { name: 'Accepted' }).getByRole('listitem')
  await expect(accepted).toHaveCount(1)
  await expect(accepted).toContainText('In person')

  await suggested
    .first()
    .getByRole('button', { name: /^Dismiss with a reason/ })
    .press('Enter')
  await page.keyboard.type('People expect it')
  await page.keyboard.press('Enter')
  await expect(gaps.getByRole('region', { name: 'Dismissed' })).toContainText('Because: People expect it')
  await expect(suggested).toHaveCount(before - 2)

  await run(page, 'Pain points')
  await expect(panel(page, 'Pain points')).toContainText('Change of channel: Social media → In person')
  await run(page, 'Gaps')
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(suggested).toHaveCount(before)
})

test('key moments show how they are ranked; the group overrules the formula and goes back to it', async ({
  page,
}) => {
  await openStory(page)
  await run(page, 'Key moments')
  const moments = panel(page, 'Key moments')
  const rows = moments.getByRole('listitem')
  await expect(rows).toHaveCount(30)
  await expect(moments).toContainText('Score = low mood')
  const numbers = await rows.first().getByText(/^mood/).innerText()
  const [mood = 0, importance = 0, votes = 0, one = 0, evidence = 0, score] = (
    numbers.match(/\d+/g) ?? []
  ).map(Number)
  expect(one).toBe(1)
  expect(mood * importance * (votes + one) * evidence).toBe(score)

  const second = await rows.nth(1).locator('bdi').innerText()
  await rows
    .nth(1)
    .getByRole('button', { name: /^Rank higher/ })
    .click()
  await expect(rows.first()).toContainText(second)
  await rows.first().getByRole('textbox').fill('It is what they tell their friends')
  await rows
    .first()
    .getByRole('button', { name: /^Back to the formula/ })
    .click()
  await expect(rows.nth(1)).toContainText(second)
})

test('the matrix shows the notes of a touchpoint on a channel, and adds one at the step that is chosen', async ({
  page,
}) => {
  await openStory(page)
  await run(page, 'Key moments')
  await panel(page, 'Key moments').getByRole('listitem').first().getByRole('button').nth(1).click()
  await run(page, 'Touchpoints × channels')
  const matrix = panel(page, 'Touchpoints × channels')
  const filled = matrix.getByRole('button', { name: /: show \d+ notes?$/ })
  await expect(filled.nth(5)).toBeVisible()
  const add = matrix.getByRole('button', { name: /^Add Checkout on App/ })
  await add.click()
  await expect(matrix.getByRole('button', { name: 'Checkout on App: show 1 note' })).toBeVisible()
  await matrix.getByRole('button', { name: 'Checkout on App: show 1 note' }).click()
  const copied = await page.evaluate(() => {
    const data = new DataTransfer()
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }))
    return data.getData('application/x-throughline-shapes+json')
  })
  expect(JSON.parse(copied)).toMatchObject({ shapes: [{ kind: 'note', text: 'Checkout' }] })
})

for (const [language, theme, words, names] of [
  ['en', 'light', 'Add journey', ['Gaps', 'Key moments', 'Touchpoints × channels']],
  ['fa', 'dark', '', ['شکاف‌ها', 'لحظه‌های کلیدی', 'نقاط تماس × کانال‌ها']],
] as const)
  test(`axe finds nothing wrong with gaps, key moments and the matrix: ${language}, ${theme}`, async ({
    page,
  }) => {
    if (words) await openStory(page, `lang=${language}&theme=${theme}`, words)
    else {
      await page.goto(`/?lang=${language}&theme=${theme}`)
      await page.locator('[data-canvas]').waitFor()
    }
    for (const name of names) {
      await run(page, name)
      await expect(panel(page, name)).toBeVisible()
      // The palette hides all else until it has faded.
      await expect.poll(() => axeViolations(page), { timeout: 20_000 }).toEqual([])
    }
  })
