import { expect, test, type Page } from 'playwright/test'
import { axeViolations } from './support/axe.ts'
import { callsOf, openStart } from './support/startScreen.ts'

const LINK = `http://192.168.1.5:4242/#1.${'r'.repeat(22)}.${'s'.repeat(22)}.1`

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Join a session' })

test('joining says at its field what is wrong, and keeps what was typed', async ({ page }) => {
  await openStart(page)
  await page.getByRole('button', { name: 'Join a session' }).click()
  const dialog = dialogOf(page)
  const field = dialog.getByLabel('Invitation')
  await expect(field).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Paste the invitation’s link')).toBeVisible()
  await field.fill(LINK.slice(0, 50))
  await expect(dialog.getByText('Part of this link is missing')).toBeVisible()
  await field.fill('192.168.1.5:4242 abandon ability able abuot')
  await expect(dialog.getByText('“abuot” is none of the words')).toBeVisible()
  await field.fill(`Come and join: ${LINK}`)
  await expect(dialog.getByText('An invitation to a session at 192.168.1.5:4242')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Your name')).toBeFocused()
  await expect(dialog.getByText('Enter a name that the others know you by')).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
})

test('an address where nothing answers is said to be one, and another try is possible', async ({ page }) => {
  await openStart(page, { settings: { language: 'en', theme: 'dark', name: 'Ana' } })
  await page.getByRole('button', { name: 'Join a session' }).click()
  const dialog = dialogOf(page)
  await dialog.getByLabel('Invitation').fill('192.168.1.5:4242 abandon ability able about')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('The session cannot be reached')
  await expect(dialog.getByLabel('Invitation')).toHaveValue('192.168.1.5:4242 abandon ability able about')
  expect(await callsOf(page, 'askServer')).toEqual([{ origin: 'http://192.168.1.5:4242' }])
  expect(await callsOf(page, 'allowServers')).toEqual([])
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Join a session' })).toBeFocused()
})

test('session settings check what is typed, and are kept', async ({ page }) => {
  await openStart(page, { settings: { language: 'fa', theme: 'light' } })
  await page.evaluate(() => window.standIn.emit({ event: 'action', id: 'session.settings' }))
  const dialog = page.getByRole('dialog', { name: 'تنظیمات جلسه‌ها' })
  expect(await dialog.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  expect(await axeViolations(page)).toEqual([])
  await dialog.getByLabel('نشانی کارساز', { exact: true }).fill('https://sessions.example.org/path')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('این نشانی کارساز نیست')).toBeVisible()
  await dialog.getByLabel('نشانی کارساز', { exact: true }).fill('sessions.example.org')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  expect(await callsOf(page, 'changeSettings')).toMatchObject([
    { session: { server: 'https://sessions.example.org' } },
  ])
})
