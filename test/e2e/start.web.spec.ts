import { expect, test, type Page } from 'playwright/test'
import { callsOf, openStart, type Recent } from './support/startScreen.ts'

const MINUTE = 60_000
const now = Date.now()
const workshop = (id: string, name: string, minutesAgo: number, present = true): Recent => ({
  id,
  name,
  folder: '/home/ana/Documents/Throughline',
  openedAt: now - minutesAgo * MINUTE,
  present,
})
const recent = [
  workshop('a', 'Guest journey', 5),
  workshop('b', 'Host journey', 10),
  workshop('c', 'سفر مشتری', 15),
  workshop('d', 'Путь клиента', 20),
  workshop('e', 'Lost journey', 25, false),
]

const card = (page: Page, name: string) =>
  page.getByRole('listitem').getByRole('button', { name, exact: true })
const palette = (page: Page) => page.getByRole('dialog', { name: 'Find an action' })
const sidebar = (page: Page) => page.getByRole('complementary')

async function box(page: Page, name: string) {
  const found = await card(page, name).boundingBox()
  expect(found).not.toBeNull()
  return found ?? { x: 0, y: 0, width: 0, height: 0 }
}

test.describe('without recent workshops', () => {
  test('teaches what a workshop is, and is honest about what a browser cannot do', async ({ page }) => {
    await page.goto('/?screen=start&lang=en')
    await expect(page.getByRole('heading', { name: 'Draw the journey together' })).toBeVisible()
    await expect(page.getByRole('listitem')).toHaveCount(3)
    await expect(page.getByRole('button', { name: 'New workshop' })).toBeDisabled()
    await expect(page.getByRole('button', { name: 'Open…' })).toBeDisabled()
  })

  test('takes the language from the address, else from the browser', async ({ browser }) => {
    const polish = await browser.newPage({ locale: 'pl-PL' })
    await polish.goto('/?screen=start')
    await expect(polish.getByRole('heading', { name: 'Narysujcie ścieżkę razem' })).toBeVisible()
    await polish.goto('/?screen=start&lang=ru')
    await expect(polish.getByRole('heading', { name: 'Нарисуйте путь вместе' })).toBeVisible()
    await polish.close()
  })
})

test.describe('recent workshops', () => {
  test('are there with name, folder and time, and open with a click', async ({ page }) => {
    await openStart(page, { recent })
    await expect(page.getByRole('listitem')).toHaveCount(5)
    await expect(page.getByRole('listitem').first()).toContainText('Guest journey')
    await expect(page.getByRole('listitem').first()).toContainText('Documents/Throughline')
    await expect(page.getByRole('listitem').first()).toContainText('5 minutes ago')
    await card(page, 'Host journey').click()
    await expect.poll(() => callsOf(page, 'openRecent')).toEqual([{ id: 'b' }])
  })

  test('say which file is not found, and why it cannot be opened', async ({ page }) => {
    await openStart(page, { recent })
    await expect(page.getByRole('listitem').last()).toContainText('Not found')
    await card(page, 'Lost journey').click()
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(
      '“Lost journey” is no longer where it was.',
    )
  })

  test('are one stop for Tab, with arrow keys within', async ({ page }) => {
    await openStart(page, { recent })
    await card(page, 'Guest journey').focus()
    await page.keyboard.press('ArrowRight')
    await expect(card(page, 'Host journey')).toBeFocused()
    await page.keyboard.press('End')
    await expect(card(page, 'Lost journey')).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(card(page, 'Host journey')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Remove “Host journey” from the list' })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => callsOf(page, 'openRecent')).toEqual([{ id: 'b' }])
  })

  test('leave the list with Delete and come back with Undo', async ({ page }) => {
    await openStart(page, { recent })
    await card(page, 'Host journey').focus()
    await page.keyboard.press('Delete')
    await expect(card(page, 'Host journey')).toHaveCount(0)
    await expect(card(page, 'سفر مشتری')).toBeFocused()
    await expect.poll(() => callsOf(page, 'forget')).toEqual([{ id: 'b' }])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(card(page, 'Host journey')).toBeVisible()
    await expect.poll(() => callsOf(page, 'remember')).toEqual([{ id: 'b' }])
  })
})

test.describe('command palette', () => {
  test('finds an action by a few letters and does it', async ({ page }) => {
    await openStart(page, { recent })
    await page.keyboard.press('Control+k')
    await expect(palette(page).getByRole('combobox')).toBeFocused()
    await page.keyboard.type('thm drk')
    await expect(page.getByRole('option').first()).toHaveText('Theme: Dark')
    await page.keyboard.press('Enter')
    await expect(palette(page)).toHaveCount(0)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  test('lists what was used recently first, and only what is possible', async ({ page }) => {
    await openStart(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('open')
    await page.keyboard.press('Enter')
    await expect.poll(() => callsOf(page, 'openWorkshop')).toHaveLength(1)
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('option').first()).toContainText('Open…')
    await expect(palette(page)).toContainText('Used recently')
    await expect(page.getByRole('option', { name: 'Undo' })).toHaveCount(0)
  })

  test('understands English in every language', async ({ page }) => {
    await openStart(page, { settings: { language: 'fa', theme: 'light' } })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('new work')
    await page.keyboard.press('Enter')
    await expect.poll(() => callsOf(page, 'newWorkshop')).toHaveLength(1)
  })

  test('says when nothing fits, and Escape gives the focus back', async ({ page }) => {
    await openStart(page, { recent })
    await card(page, 'Guest journey').focus()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('xyzzy')
    await expect(palette(page)).toContainText('No action matches “xyzzy”')
    await page.keyboard.press('Escape')
    await expect(palette(page)).toHaveCount(0)
    await expect(card(page, 'Guest journey')).toBeFocused()
  })

  test('gets the letters that are typed into it, shortcuts or not', async ({ page }) => {
    await openStart(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('a?b')
    await expect(palette(page).getByRole('combobox')).toHaveValue('a?b')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveCount(0)
  })
})

test.describe('language', () => {
  test('changes at run time, and Persian mirrors the window', async ({ page }) => {
    await openStart(page, { recent })
    const leftToRight = await sidebar(page).boundingBox()
    expect(leftToRight?.x).toBe(0)
    expect((await box(page, 'Guest journey')).x).toBeLessThan((await box(page, 'Host journey')).x)

    await page.getByRole('combobox', { name: 'Language' }).click()
    await page.getByRole('option', { name: 'فارسی' }).click()

    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fa')
    await expect(page.getByRole('heading', { name: 'کارگاه‌های اخیر' })).toBeVisible()
    await expect(page.getByRole('listitem').first()).toContainText('۵ دقیقه پیش')
    expect(await callsOf(page, 'changeSettings')).toEqual([{ language: 'fa', theme: 'light' }])

    const rightToLeft = await sidebar(page).boundingBox()
    expect((rightToLeft?.x ?? 0) + (rightToLeft?.width ?? 0)).toBe(1280)
    expect((await box(page, 'Guest journey')).x).toBeGreaterThan((await box(page, 'Host journey')).x)
    await card(page, 'Guest journey').focus()
    await page.keyboard.press('ArrowLeft')
    await expect(card(page, 'Host journey')).toBeFocused()
  })

  test('follows another window', async ({ page }) => {
    await openStart(page)
    await page.evaluate(() =>
      window.standIn.emit({ event: 'settings', settings: { language: 'hr', theme: 'dark' } }),
    )
    await expect(page.getByRole('button', { name: 'Nova radionica' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect(await callsOf(page, 'changeSettings')).toEqual([])
  })
})

test.describe('theme', () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

  test('changes at run time', async ({ page }) => {
    await openStart(page)
    const light = await background(page)
    await page.getByRole('radio', { name: 'Dark' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect(await background(page)).not.toBe(light)
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  })

  test('follows the system when asked to', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await openStart(page, { settings: { language: 'en', theme: 'system' } })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  })
})

test.describe('keyboard', () => {
  test('reaches everything, in reading order, with a visible focus', async ({ page }) => {
    await openStart(page, { recent })
    const names: string[] = []
    for (let presses = 0; presses < 10; presses++) {
      await page.keyboard.press('Tab')
      const { name, outline } = await page.evaluate(() => ({
        name: document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        outline: getComputedStyle(document.activeElement ?? document.body).outlineStyle,
      }))
      expect(outline, name).toBe('solid')
      names.push(name)
    }
    expect(names).toEqual([
      'New workshop',
      'New guided storyboard',
      'New from template…',
      'Open…',
      'Join a session…',
      'Open sample workshop',
      'Find an action…Ctrl+K',
      'Language',
      'Light',
      'Guest journey',
    ])
  })

  test('shortcuts work from anywhere on the screen', async ({ page }) => {
    await openStart(page, { recent })
    await page.keyboard.press('Control+n')
    await expect.poll(() => callsOf(page, 'newWorkshop')).toHaveLength(1)
    await card(page, 'Guest journey').focus()
    await page.keyboard.press('Control+o')
    await expect.poll(() => callsOf(page, 'openWorkshop')).toHaveLength(1)
  })

  test('letters go by the physical key where the layout is not Latin, and never while composing', async ({
    page,
  }) => {
    await openStart(page)
    const press = (more: {
      key?: string
      code?: string
      isComposing?: true
      keyCode?: number
      repeat?: true
    }) =>
      page.evaluate(
        (init) => void document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init })),
        { key: 'د', code: 'KeyN', ctrlKey: true, ...more },
      )
    await press({ isComposing: true })
    await press({ keyCode: 229 })
    await press({ key: 't', code: 'KeyN' })
    expect(await callsOf(page, 'newWorkshop')).toEqual([])
    await press({})
    await press({ repeat: true })
    await expect.poll(() => callsOf(page, 'newWorkshop')).toHaveLength(1)
  })

  test('F1 lists the shortcuts, and closing gives the focus back', async ({ page }) => {
    await openStart(page, { recent })
    await card(page, 'Guest journey').focus()
    await page.keyboard.press('F1')
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(dialog.getByText('Zoom to fit')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(card(page, 'Guest journey')).toBeFocused()
  })
})

test.describe('native menu', () => {
  test('does what its entries say, and is told what is possible', async ({ page }) => {
    await openStart(page)
    await expect
      .poll(async () => (await callsOf(page, 'reportActions')).at(-1))
      .toMatchObject({
        enabled: expect.arrayContaining(['file.new']),
        checked: ['theme.light', 'language.en'],
      })
    await page.evaluate(() => window.standIn.emit({ event: 'action', id: 'theme.dark' }))
    await expect
      .poll(async () => (await callsOf(page, 'reportActions')).at(-1))
      .toMatchObject({ checked: ['theme.dark', 'language.en'] })
    await page.evaluate(() => window.standIn.emit({ event: 'action', id: 'help.about' }))
    await expect(page.getByRole('dialog', { name: 'About Throughline' })).toBeVisible()
  })
})

test('every control has a name', async ({ page }) => {
  await openStart(page, { recent })
  const controls = page.locator('button, input:not([aria-hidden=true]), [role=radio], [role=combobox]')
  const count = await controls.count()
  expect(count).toBeGreaterThan(10)
  for (let index = 0; index < count; index++) await expect(controls.nth(index)).toHaveAccessibleName(/\S/)
})

test('a screen that cannot be drawn says so instead of staying empty', async ({ page }) => {
  const beyondAllCalendars = 9e15
  await openStart(page, { recent: [{ ...workshop('a', 'Unheard of', 0), openedAt: beyondAllCalendars }] })
  await expect(page.getByRole('alert')).toContainText('Everything that was saved is safe')
  await expect(page.getByRole('button', { name: 'Reload the window' })).toBeVisible()
})
