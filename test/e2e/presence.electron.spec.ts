import { chromium, type Page } from 'playwright/test'
import { chromiumPath } from '../../scripts/lib/chromium.mjs'
import { axeViolations } from './support/axe.ts'
import { expect, newWorkshop, test as base } from './support/app.ts'
import { boardOf } from './support/board.ts'
import { startSession } from './support/session.ts'

/** A laptop's browser, which comes to a session by its link. */
const test = base.extend<{ readonly comeIn: (link: string, name: string) => Promise<Page> }>({
  comeIn: async ({}, use) => {
    const executablePath = await chromiumPath()
    const browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ['--disable-quic', '--disable-background-networking', '--disable-component-update'],
    })
    await use(async (link, name) => {
      const page = await browser.newPage({ locale: 'fa-IR', viewport: { width: 1280, height: 800 } })
      await page.goto(link)
      await page.getByRole('textbox').fill(name)
      await page.keyboard.press('Enter')
      await page.locator('[data-canvas]').waitFor()
      return page
    })
    await browser.close()
  },
})

/** Where an element is painted, also while it moves. */
const placeOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { x, y } = element.getBoundingClientRect()
    return [x, y] as const
  })

/** What axe finds once nothing fades in or out any more: colours in between are nobody's. */
async function faultsOf(page: Page): Promise<string[]> {
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  return axeViolations(page)
}

test('people see each other point, drag and react, follow each other and are brought together', async ({
  launch,
  comeIn,
}) => {
  const { page: host } = await launch()
  await newWorkshop(host)
  const board = boardOf(host)
  const link = await startSession(host)
  const guest = await comeIn(link, 'سارا احمدی')
  const avatar = host.getByRole('button', { name: 'Follow سارا احمدی' })
  await expect(avatar).toBeVisible()

  // Pointers, with names.
  await guest.mouse.move(300, 300)
  await guest.mouse.move(500, 400, { steps: 5 })
  await expect(host.locator('[data-cursor]')).toHaveText('سارا احمدی')
  const [x] = await placeOf(host, '[data-cursor]')
  await guest.mouse.move(700, 400, { steps: 5 })
  await expect.poll(async () => (await placeOf(host, '[data-cursor]'))[0]).toBeGreaterThan(x + 100)

  // What is dragged moves for all, before the document knows.
  await boardOf(guest).note([500, 400], 'seen while it moves')
  await expect.poll(() => board.texts()).toEqual(['seen while it moves'])
  const [note] = await board.shapes()
  await guest.mouse.move(500, 400)
  await guest.mouse.down()
  await guest.mouse.move(620, 500, { steps: 6 })
  const carried = host.locator('[data-canvas] > canvas[class*=ghost]')
  await expect(carried).toBeVisible()
  expect((await board.shapes())[0]?.geometry).toEqual(note?.geometry)
  await guest.mouse.up()
  await expect(carried).toBeHidden()
  await expect
    .poll(async () => (await board.shapes())[0]?.geometry[0])
    .toBeGreaterThan((note?.geometry[0] ?? 0) + 50)

  // Reactions.
  await guest.locator('[data-canvas]').focus()
  await guest.keyboard.press('j')
  await guest.keyboard.press('4')
  await expect(host.getByText('🎉')).toBeVisible()
  await guest.keyboard.press('Escape')

  // Following, until one moves the view oneself.
  await avatar.click()
  await expect(host.getByText('Following سارا احمدی — Esc to stop')).toBeVisible()
  await guest.mouse.wheel(0, 300)
  await expect.poll(async () => (await placeOf(host, '[data-cursor]'))[1]).toBeGreaterThan(0)
  await host.locator('[data-canvas]').focus()
  await host.keyboard.press('Escape')
  await expect(host.getByText('Esc to stop')).toBeHidden()

  // Everybody is where the facilitator is, and may go back.
  await host.keyboard.press('Control+Alt+b')
  await expect(guest.getByRole('button', { name: 'بازگشت' })).toBeVisible()

  // Who is here, and where everything is.
  await host.keyboard.press('Control+Alt+p')
  const row = host.getByRole('listitem').filter({ hasText: 'سارا احمدی' })
  await expect(row).toContainText('Participant')
  await expect(guest.getByText('روی ۱ رایانه ذخیره شد')).toBeVisible()
  expect(await faultsOf(host)).toEqual([])
  await host.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await faultsOf(host)).toEqual([])
  expect(await faultsOf(guest)).toEqual([])

  // Out, unless it is taken back.
  await row.getByRole('button').click()
  await host.getByRole('menuitem', { name: 'Remove and block' }).click()
  await expect(row).toContainText('Is being removed')
  await host.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(row).toContainText('Participant')
  await guest.close()
  await expect(row).toContainText('not here any more')
  await expect(host.locator('[data-cursor]')).toHaveCount(0)
})
