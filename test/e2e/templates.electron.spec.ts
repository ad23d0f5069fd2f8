import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './support/app.ts'
import { boardOf } from './support/board.ts'

/** How many shapes of each kind there are on the board. */
async function kinds(page: Page): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of await boardOf(page).shapes()) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Waits for the board of a window that had the start screen. */
async function board(page: Page, act: () => Promise<void>): Promise<void> {
  const loaded = page.waitForEvent('load')
  await act()
  await loaded
  await page.locator('[data-canvas]').waitFor()
}

const card = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('listitem').getByRole('button', { name, exact: true })

test('the sample is a file of its own, and is there intact when it is opened again', async ({
  launch,
  documents,
}) => {
  const first = await launch()
  await board(first.page, () => first.page.getByRole('button', { name: 'Open sample workshop' }).click())
  await expect.poll(() => kinds(first.page), { timeout: 30_000 }).toMatchObject({ storyboard: 1, map: 2 })
  const before = await boardOf(first.page).shapes()
  await boardOf(first.page).saved()
  await first.app.close()
  const file = path.join(documents, 'Throughline', 'A weekend in Split (sample).journey')
  expect(existsSync(file)).toBe(true)

  const second = await launch({ files: [file] })
  await second.page.locator('[data-canvas]').waitFor()
  await expect.poll(() => kinds(second.page)).toMatchObject({ storyboard: 1, map: 2 })
  expect(await boardOf(second.page).shapes()).toEqual(before)
  expect([...first.log, ...second.log].filter((line) => line.includes('page error'))).toEqual([])
})

test('one’s own template is a file that survives a restart; a broken one beside it is named and kept', async ({
  launch,
  folder,
}) => {
  const profile = path.join(folder, 'profile')
  const first = await launch({ profile })
  await first.page.getByRole('button', { name: 'New from template…' }).click()
  await board(first.page, () => card(first.page, 'Blank storyboard').click())
  await expect.poll(() => kinds(first.page), { timeout: 30_000 }).toMatchObject({ storyboard: 1 })
  await first.page.keyboard.press('Control+k')
  await first.page.keyboard.type('save as template')
  await first.page.keyboard.press('Enter')
  await first.page.getByRole('dialog').getByLabel('Name').fill('Our frames')
  await first.page.keyboard.press('Enter')
  await expect(first.page.getByText('“Our frames” is now one of your templates.')).toBeVisible()
  await first.app.close()
  expect(readdirSync(path.join(profile, 'templates'))).toEqual(['Our frames.json'])
  writeFileSync(path.join(profile, 'templates', 'Broken.json'), '{')

  const second = await launch({ profile })
  await second.page.getByRole('button', { name: 'New from template…' }).click()
  await expect(second.page.getByRole('dialog').getByRole('status')).toContainText('Broken.json')
  await board(second.page, () => card(second.page, 'Our frames').click())
  await expect.poll(() => kinds(second.page), { timeout: 30_000 }).toEqual({ storyboard: 1 })
  await expect(second.page).toHaveTitle(/^Our frames/)
  expect(readdirSync(path.join(profile, 'templates')).toSorted()).toEqual(['Broken.json', 'Our frames.json'])
})
