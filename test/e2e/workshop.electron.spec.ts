import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PNG } from 'pngjs'
import { answerOpenDialog, answerSaveDialog, expect, newWorkshop, storePid, test } from './support/app.ts'
import { boardOf, paste } from './support/board.ts'

const MOMENTS = [
  'Guest finds the listing',
  'مهمان خانه را پیدا می‌کند',
  'Гость сравнивает цены',
  'Dugo čekanje na ključ 🔑',
  'Zażółć gęślą jaźń',
]

test('notes made with mouse and keys are there after quitting and opening from the start screen', async ({
  launch,
}) => {
  const first = await launch()
  await newWorkshop(first.page)
  const board = boardOf(first.page)
  for (const [index, text] of MOMENTS.entries())
    await board.note([260 + (index % 3) * 220, 250 + 220 * Math.floor(index / 3)], text)
  await board.saved()
  await expect(first.page).toHaveTitle('Untitled workshop — Saved — Throughline')
  await first.app.close()

  const second = await launch()
  await second.page
    .getByRole('button', { name: /Untitled workshop/ })
    .first()
    .click()
  await second.page.locator('[data-canvas]').waitFor()
  expect(await boardOf(second.page).texts()).toEqual(MOMENTS)
  expect(second.log.filter((line) => line.includes('page error'))).toEqual([])
})

test('an edit made right before quitting is not lost', async ({ launch, documents }) => {
  const first = await launch()
  await newWorkshop(first.page)
  await boardOf(first.page).note([400, 300], 'last second')
  await first.app.close()
  const second = await launch({ files: [path.join(documents, 'Throughline/Untitled workshop.journey')] })
  await second.page.locator('[data-canvas]').waitFor()
  expect(await boardOf(second.page).texts()).toEqual(['last second'])
})

test('the board is exported as PNG through the save dialog', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const board = boardOf(page)
  await board.note([300, 300], 'سلام')
  await board.note([600, 300], 'Bok!')
  const file = path.join(folder, 'board.png')
  await answerSaveDialog(app, file)
  await page.mouse.click(1000, 600)
  await page.keyboard.press('Control+Shift+E')
  await page.getByRole('radio', { name: '2×' }).click()
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByText('Exported “board')).toBeVisible()
  const png = PNG.sync.read(readFileSync(file))
  expect([png.width, png.height]).toEqual([2 * 564, 2 * 264])
  expect([...png.data.subarray((88 * png.width + 88) * 4).subarray(0, 3)]).toEqual([255, 226, 122])
})

test('an export that the user cancels writes nothing', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  await boardOf(page).note([300, 300], 'x')
  await answerSaveDialog(app, null)
  await page.keyboard.press('Control+Shift+E')
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(existsSync(path.join(folder, 'board.png'))).toBe(false)
})

test('when the store is killed, saving goes on with another and nothing is lost', async ({
  launch,
  documents,
}) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const board = boardOf(page)
  await board.note([300, 300], 'before')
  await board.saved()
  process.kill(await storePid(app), 'SIGKILL')
  await board.note([600, 300], 'right after')
  await board.saved()
  await expect(page.getByText('Saving works again')).toBeVisible()
  await app.close()
  const again = await launch({ files: [path.join(documents, 'Throughline/Untitled workshop.journey')] })
  await again.page.locator('[data-canvas]').waitFor()
  expect(await boardOf(again.page).texts()).toEqual(['before', 'right after'])
})

test('a workshop is renamed with its file and goes on being saved', async ({ launch, documents }) => {
  const { page } = await launch()
  await newWorkshop(page)
  const board = boardOf(page)
  await board.note([300, 300], 'one')
  await page.getByRole('button', { name: 'Rename workshop' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Putovanje gosta')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle('Putovanje gosta — Saved — Throughline')
  await board.note([600, 300], 'two')
  await board.saved()
  expect(existsSync(path.join(documents, 'Throughline/Putovanje gosta.journey'))).toBe(true)
  expect(existsSync(path.join(documents, 'Throughline/Untitled workshop.journey'))).toBe(false)
})

test('a copy is complete and leads its own life', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const board = boardOf(page)
  await board.note([300, 300], 'shared')
  const copy = path.join(folder, 'Copy.journey')
  await answerSaveDialog(app, copy)
  await page.keyboard.press('Control+Shift+S')
  await expect(page.getByText('Saved a copy as “Copy')).toBeVisible()
  await board.note([600, 300], 'only here')
  await answerOpenDialog(app, copy)
  const opened = app.waitForEvent('window')
  await page.keyboard.press('Control+o')
  const other = await opened
  await other.locator('[data-canvas]').waitFor()
  expect(await boardOf(other).texts()).toEqual(['shared'])
})

test('notes travel through the system clipboard', async ({ launch }) => {
  const { page } = await launch()
  await newWorkshop(page)
  const board = boardOf(page)
  await board.note([300, 300], 'کپی')
  await page.keyboard.press('Control+c')
  await page.mouse.move(700, 400)
  await page.keyboard.press('Control+v')
  await expect.poll(() => board.texts()).toEqual(['کپی', 'کپی'])
})

test('real data is pasted and imported, and is there after reopening', async ({ launch, documents }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const board = boardOf(page)
  await paste(page, { 'text/plain': 'stage\tmoment\nbefore\tsearch\nduring\tkey' })
  await answerOpenDialog(app, path.resolve('test/fixtures/guest-reviews.csv'))
  await page.keyboard.press('Control+Shift+I')
  await page.getByRole('radio', { name: 'Notes' }).click()
  await page.getByRole('button', { name: 'Make 120 notes' }).click()
  await expect(page.getByText('120 notes made')).toBeVisible()
  await board.saved()
  await app.close()
  const again = await launch({ files: [path.join(documents, 'Throughline/Untitled workshop.journey')] })
  await again.page.locator('[data-canvas]').waitFor()
  expect(await boardOf(again.page).texts()).toHaveLength(126)
})

test('a file that is no table is explained and changes nothing', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  await answerOpenDialog(app, path.join(folder, 'gone.csv'))
  await page.keyboard.press('Control+Shift+I')
  await expect(page.getByText('is no longer where it was').first()).toBeVisible()
  expect(await boardOf(page).texts()).toEqual([])
})

test('the recent workshops can be looked up beside an open one', async ({ launch }) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const opened = app.waitForEvent('window')
  await page.keyboard.press('Control+Shift+o')
  const start = await opened
  await expect(start.getByRole('heading', { name: 'Recent workshops' })).toBeVisible()
  await start
    .getByRole('button', { name: /Untitled workshop/ })
    .first()
    .click()
  await expect.poll(() => app.windows().length).toBe(1)
})
