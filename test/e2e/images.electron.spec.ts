import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright/test'
import { answerOpenDialog, expect, newWorkshop, storePid, test } from './support/app.ts'
import { boardOf } from './support/board.ts'
import { dropFiles, plainPng } from './support/imageFiles.ts'

const RED = [220, 40, 40]
const GREEN = [30, 160, 60]

/** The board is opened showing all of it, so that one image is in the middle of the window. */
const middleOf = (page: Page) => {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 }
  return [width / 2, height / 2] as const
}

const expectInMiddle = (page: Page, color: readonly number[]) =>
  expect.poll(() => boardOf(page).pixel(middleOf(page))).toEqual(color)

test('an image chosen in the dialog is there after quitting and opening again', async ({
  launch,
  folder,
  documents,
}) => {
  const first = await launch()
  await newWorkshop(first.page)
  const file = path.join(folder, 'door.png')
  writeFileSync(file, plainPng('door.png', 400, 300, RED).bytes)
  await answerOpenDialog(first.app, file)
  await first.page.locator('[data-canvas]').focus()
  await first.page.keyboard.press('Shift+I')
  await expectInMiddle(first.page, RED)
  await boardOf(first.page).saved()
  await first.app.close()

  const workshop = path.join(documents, 'Throughline/Untitled workshop.journey')
  const second = await launch({ files: [workshop] })
  await second.page.locator('[data-canvas]').waitFor()
  await expectInMiddle(second.page, RED)
  expect([...first.log, ...second.log].filter((line) => /page error|Content Security/.test(line))).toEqual([])
})

test('an image that is called saved survives kill -9 of everything', async ({ launch, documents }) => {
  const first = await launch()
  await newWorkshop(first.page)
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><rect width="8" height="6" fill="rgb(30,160,60)"/></svg>'
  await dropFiles(first.page, middleOf(first.page), [{ name: 'a.svg', bytes: new TextEncoder().encode(svg) }])
  await expectInMiddle(first.page, GREEN)
  await boardOf(first.page).saved()
  const store = await storePid(first.app)
  first.app.process().kill('SIGKILL')
  process.kill(store, 'SIGKILL')

  const second = await launch({ files: [path.join(documents, 'Throughline/Untitled workshop.journey')] })
  await second.page.locator('[data-canvas]').waitFor()
  await expectInMiddle(second.page, GREEN)
})

test('an image added while there is no store is stored by the next one', async ({ launch, documents }) => {
  const first = await launch()
  await newWorkshop(first.page)
  await boardOf(first.page).saved()
  process.kill(await storePid(first.app), 'SIGKILL')
  await dropFiles(first.page, middleOf(first.page), [plainPng('red.png', 400, 300, RED)])
  await expectInMiddle(first.page, RED)
  await boardOf(first.page).saved()
  await first.app.close()
  const second = await launch({ files: [path.join(documents, 'Throughline/Untitled workshop.journey')] })
  await second.page.locator('[data-canvas]').waitFor()
  await expectInMiddle(second.page, RED)
})
