import { expect, type ElectronApplication, type Page } from 'playwright/test'
import { answerSaveDialog } from './app.ts'

/**
 * Starts a session in the room from an open workshop, as a person would; resolves to the link of the invitation for
 * participants. `knock`: each of them is let in by name.
 */
export async function startSession(page: Page, { name = 'Ana', knock = false } = {}): Promise<string> {
  await page.getByRole('button', { name: 'Start session' }).click()
  const dialog = page.getByRole('dialog', { name: 'Start a session' })
  await dialog.getByLabel('Your name').fill(name)
  if (knock) await dialog.getByRole('radio', { name: 'When I let them in' }).click()
  await dialog.getByRole('button', { name: 'Start session' }).click()
  const invite = page.getByRole('dialog', { name: 'Invite people' })
  const link = await invite.getByLabel('Invitation link').textContent()
  await invite.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: /^Live/ })).toBeVisible()
  return link ?? ''
}

/** Joins from the start screen, and keeps the copy in `file`; resolves once the board is there. */
export async function joinSession(
  app: ElectronApplication,
  page: Page,
  link: string,
  { name = 'Bo', file }: { readonly name?: string; readonly file: string },
): Promise<void> {
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Join a session' }).click()
  const dialog = page.getByRole('dialog', { name: 'Join a session' })
  await dialog.getByLabel('Your name').fill(name)
  await dialog.getByLabel('Invitation').fill(link)
  await page.keyboard.press('Enter')
  await page.locator('[data-canvas]').waitFor()
  await expect(page.getByRole('button', { name: /^Live/ })).toBeVisible()
}
