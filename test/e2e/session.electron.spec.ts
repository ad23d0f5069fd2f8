import path from 'node:path'
import type { Page } from 'playwright/test'
import { expect, newWorkshop, test } from './support/app.ts'
import { axeViolations } from './support/axe.ts'
import { boardOf } from './support/board.ts'
import { joinSession, startSession } from './support/session.ts'

/** What the outline lists: everything on the board, whoever it belongs to. */
const listed = (page: Page, text: string) => page.getByRole('treeitem', { name: text })

const chip = (page: Page) => page.getByRole('button', { name: /^Live/ })

test('two apps work on one workshop, and both keep all of it', async ({ launch, folder, documents }) => {
  const [profileA, profileB] = [path.join(folder, 'a'), path.join(folder, 'b')]
  const a = await launch({ profile: profileA })
  await newWorkshop(a.page)
  await boardOf(a.page).note([400, 300], 'from Ana')
  const link = await startSession(a.page)

  const b = await launch({ profile: profileB })
  const copy = path.join(folder, 'Copy.journey')
  await joinSession(b.app, b.page, link, { file: copy })
  for (const page of [a.page, b.page]) {
    await expect(chip(page)).toHaveText('Live · 2')
    await page.keyboard.press('Shift+O')
  }
  await expect(listed(b.page, 'from Ana')).toBeVisible()
  await boardOf(b.page).note([700, 500], 'from Bo')
  await expect(listed(a.page, 'from Bo')).toBeVisible()
  await b.page.mouse.move(600, 300, { steps: 4 })
  await expect(a.page.locator('[data-cursor]')).toHaveText('Bo')
  expect(await axeViolations(a.page)).toEqual([])

  await b.app.close()
  await expect(chip(a.page)).toHaveText('Live · 1')
  await boardOf(a.page).note([700, 250], 'after Bo left')
  await boardOf(a.page).saved()
  await a.app.close()

  const files = {
    [profileA]: path.join(documents, 'Throughline/Untitled workshop.journey'),
    [profileB]: copy,
  }
  const kept = async (profile: string): Promise<string[]> => {
    const { app, page } = await launch({ profile, files: [files[profile] ?? ''] })
    await page.locator('[data-canvas]').waitFor()
    await expect(page.getByText('This workshop was in the session')).toBeVisible()
    const texts = await boardOf(page).texts()
    await app.close()
    return texts.toSorted()
  }
  expect(await kept(profileA)).toEqual(['after Bo left', 'from Ana', 'from Bo'])
  expect(await kept(profileB)).toEqual(['from Ana', 'from Bo'])
})
