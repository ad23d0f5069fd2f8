import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright/test'
import { chromiumPath } from '../../scripts/lib/chromium.mjs'
import { expect, test } from './support/app.ts'
import { boardOf } from './support/board.ts'
import { documentIn } from './support/documentIn.ts'
import { joinSession, startSession } from './support/session.ts'

const WRITTEN = ['a key box that opens by app', 'как найти дом ночью'] as const
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** Notes and captions, whoever wrote them, as the outline lists them. */
const listed = (page: Page, text: string) => page.getByRole('treeitem', { name: text }).first()

test('two apps and two phones build a storyboard; the host is killed, and all end with the same', async ({
  launch,
  folder,
  documents,
}, info) => {
  test.setTimeout(150_000)
  const picture = (page: Page, name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const [profileA, profileB] = [path.join(folder, 'a'), path.join(folder, 'b')]
  const a = await launch({ profile: profileA })
  await a.page
    .getByRole('button', { name: /sample workshop/i })
    .first()
    .click()
  await a.page.locator('[data-canvas]').waitFor()
  const link = await startSession(a.page)
  const b = await launch({ profile: profileB })
  const copy = path.join(folder, 'Copy.journey')
  const fileOfA = path.join(documents, 'Throughline/A weekend in Split (sample).journey')
  await joinSession(b.app, b.page, link, { file: copy })
  for (const page of [a.page, b.page]) await page.keyboard.press('Shift+O')

  const executablePath = await chromiumPath()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
  try {
    const [reza, nina] = [await phone(browser, link, 'Reza'), await phone(browser, link, 'Нина')]
    await write(reza, WRITTEN[0])
    await write(nina, WRITTEN[1])
    for (const text of WRITTEN)
      for (const page of [a.page, b.page]) await expect(listed(page, text)).toBeVisible()

    // The facilitator points everybody at a frame, and both say how it feels.
    await a.page
      .getByRole('treeitem', { name: /Is it safe/ })
      .first()
      .click()
    for (const [page, felt] of [
      [reza, 'Awful'],
      [nina, 'Bad'],
    ] as const) {
      await expect(page.getByRole('article', { name: 'Is it safe?' })).toBeVisible()
      await page.getByRole('button', { name: felt, exact: true }).click()
    }
    await boardOf(b.page).note([300, 120], 'Bo was here')
    await expect(listed(a.page, 'Bo was here')).toBeVisible()
    await picture(a.page, 'host')
    await picture(b.page, 'second app')
    await picture(reza, 'phone')

    a.app.process().kill('SIGKILL')
    // Nobody does anything: the other app takes over, and the phones find it.
    await expect(b.page.getByRole('button', { name: /^Live/ })).toHaveText('Live · 3', { timeout: 20_000 })
    await write(reza, 'after the host was gone')
    await expect(listed(b.page, 'after the host was gone')).toBeVisible({ timeout: 20_000 })
    await picture(b.page, 'new host')
    await expect(reza.getByText('Saved')).toBeVisible()

    const again = await launch({
      profile: profileA,
      files: [fileOfA],
    })
    await again.page.getByRole('button', { name: 'Rejoin' }).click()
    await expect(again.page.getByRole('button', { name: /^Live/ })).toHaveText('Live · 4')
    await boardOf(again.page).note([220, 700], 'Ana is back')
    await boardOf(again.page).saved()
    await expect(b.page.getByText('Saved on 2 computers')).toBeVisible()
    await b.app.close()
    await again.app.close()
    const ended = documentIn(fileOfA)
    expect(ended).toEqual(documentIn(copy))
    const texts = Object.values(ended['shapes'] as Record<string, { readonly text?: string }>).map(
      ({ text }) => text,
    )
    expect(texts).toEqual(
      expect.arrayContaining([...WRITTEN, 'Bo was here', 'after the host was gone', 'Ana is back']),
    )
    expect(Object.keys(ended['ballots'] as object)).toHaveLength(2)
  } finally {
    await browser.close()
  }
})

/** A phone that scans the code: from its page to the first view of the session. */
async function phone(browser: Browser, link: string, name: string): Promise<Page> {
  const page = await (await browser.newContext(PHONE)).newPage()
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'My notes' }).waitFor()
  return page
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('tab', { name: 'My notes' }).click()
  await page.getByRole('textbox', { name: 'New note' }).fill(text)
  await page.getByRole('button', { name: 'Put on the board' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible()
}
