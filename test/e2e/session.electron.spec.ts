import path from 'node:path'
import type { Page } from 'playwright/test'
import { expect, newWorkshop, test } from './support/app.ts'
import { axeViolations } from './support/axe.ts'
import { boardOf } from './support/board.ts'
import { joinSession, startSession } from './support/session.ts'
import { textsInFile } from './support/textsInFile.ts'

/** What the outline lists: everything on the board, whoever it belongs to. */
const listed = (page: Page, text: string) => page.getByRole('treeitem', { name: text })

const chip = (page: Page) => page.getByRole('button', { name: /^Live/ })

test('two apps work on one workshop, both keep all of it, and the host comes back', async ({
  launch,
  folder,
  documents,
}) => {
  const first = { profile: path.join(folder, 'a') }
  const a = await launch(first)
  await newWorkshop(a.page)
  await boardOf(a.page).note([400, 300], 'from Ana')
  const link = await startSession(a.page, { knock: true })
  const slowed = a.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(({ webContents }) => webContents.getBackgroundThrottling()),
  )
  expect(await slowed, 'timers of a window that is in a session and out of sight').toBe(false)

  const b = await launch({ profile: path.join(folder, 'b') })
  const copy = path.join(folder, 'Copy.journey')
  const joining = joinSession(b.app, b.page, link, { file: copy })
  await expect(b.page.getByText('Waiting to be let in').first()).toBeVisible()
  expect(await axeViolations(b.page)).toEqual([])
  await a.page.getByRole('button', { name: 'Let Bo in' }).click()
  await joining
  for (const page of [a.page, b.page]) {
    await expect(chip(page)).toHaveText('Live · 2')
    await page.keyboard.press('Shift+O')
  }
  await expect(listed(b.page, 'from Ana')).toBeVisible()
  // Below Ana's note, wherever the view was when it arrived.
  await boardOf(b.page).note([640, 640], 'from Bo')
  await expect(listed(a.page, 'from Bo')).toBeVisible()
  await b.page.mouse.move(600, 300, { steps: 4 })
  await expect(a.page.locator('[data-cursor]')).toHaveText('Bo')

  await b.app.close()
  await expect(chip(a.page)).toHaveText('Live · 1')
  await boardOf(a.page).note([700, 250], 'after Bo left')
  await a.app.close()
  expect(textsInFile(copy)).toEqual(['from Ana', 'from Bo'])
  const file = path.join(documents, 'Throughline/Untitled workshop.journey')
  expect(textsInFile(file)).toEqual(['after Bo left', 'from Ana', 'from Bo'])

  const again = await launch({ ...first, files: [file] })
  await expect(again.page.getByText('This workshop was in the session “Untitled workshop”.')).toBeVisible()
  await again.page.getByRole('button', { name: 'Rejoin' }).click()
  // Other hosts are looked for first.
  await expect(chip(again.page)).toHaveText('Live · 1', { timeout: 15_000 })
})
