import { expect, test, type Page } from 'playwright/test'
import * as Y from 'yjs'
import { fit, toScreen, zoomAbout } from '../../renderer/editor/camera.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { emotionY } from '../../shared/journey/curves.ts'
import { MAP } from '../../shared/journey/mapLayout.ts'
import { FIRST_BOARD } from '../../shared/model/ids.ts'
import type { Note } from '../../shared/model/shape.ts'
import { FACE_COLOR } from '../../shared/scene/drawFace.ts'
import { MapEditor } from '../support/mapEditor.ts'
import { boardOf } from './support/board.ts'
import { openDocument } from './support/openDocument.ts'

/** The map of MapEditor at 100 %, with a note beside it, and where its parts are on the screen. */
async function openMap(page: Page) {
  const t = new MapEditor()
  t.note([860, 700], 'Late')
  t.card('one', 'pain', 'Lost')
  await openDocument(page, Y.encodeStateAsUpdate(t.doc))
  await page.keyboard.press('Shift+Digit1')
  await page.keyboard.press('Control+0')
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  const viewport = { w: size.width, h: size.height }
  const bounds = t.editor.workshop.shapes.bounds(FIRST_BOARD)
  if (!bounds) throw new Error('Expected something on the board')
  const camera = zoomAbout(fit(bounds, viewport), [viewport.w / 2, viewport.h / 2], 1)
  const at = (point: Vec): [number, number] => {
    const [x, y] = toScreen(camera, point)
    return [Math.round(x), Math.round(y)]
  }
  return { t, at }
}

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]) {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(...to, { steps: 8 })
  await page.mouse.up()
}

async function noteOf(page: Page, text: string): Promise<Note> {
  const found = (await boardOf(page).shapes()).find((shape) => shape.kind === 'note' && shape.text === text)
  if (found?.kind !== 'note') throw new Error(`Expected a note ${text}`)
  return found
}

/** What the field in a step's head says. */
async function titleAt(page: Page, at: readonly [number, number]): Promise<string> {
  await page.mouse.dblclick(...at)
  const field = page.locator('[data-part-text]')
  await field.waitFor()
  const title = await field.inputValue()
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  return title
}

test('a note dropped in a cell takes its place there, and is a note of the board again outside', async ({
  page,
}) => {
  const { t, at } = await openMap(page)
  await drag(page, at([860, 700]), at(t.cell('two', 'action')))
  expect((await noteOf(page, 'Late')).cell).toMatchObject({ role: 'action', lane: 'action', step: 'two' })
  await drag(page, at(t.cell('two', 'action')), at([860, 700]))
  const freed = await noteOf(page, 'Late')
  expect(freed.cell).toBeUndefined()
  expect(freed.geometry.slice(2, 4)).toEqual([200, 200])
  await page.keyboard.press('Control+z')
  expect((await noteOf(page, 'Late')).cell?.step).toBe('two')
})

test('a note is written in a cell, the next one below it, and both go on by arrow keys', async ({ page }) => {
  const { t, at } = await openMap(page)
  await page.mouse.dblclick(...at(t.cell('three', 'action')))
  await page.keyboard.type('First')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('Second')
  await page.keyboard.press('Escape')
  const [first, second] = [await noteOf(page, 'First'), await noteOf(page, 'Second')]
  expect([first.cell?.step, second.cell?.step]).toEqual(['three', 'three'])
  expect(second.geometry[1]).toBeGreaterThan(first.geometry[1])
  await page.mouse.click(...at([t.cell('three', 'action')[0], t.cell('three', 'action')[1]]))
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await noteOf(page, 'First')).cell?.step).toBe('two')
})

test('columns are dragged and moved by keys, and their names typed in place', async ({ page }) => {
  const { t, at } = await openMap(page)
  const heads = ['one', 'two', 'three'].map((id) => at(t.head(id)))
  const [first = [0, 0], second = [0, 0], third = [0, 0]] = heads
  await drag(page, first, [second[0] + 60, second[1]])
  expect([await titleAt(page, first), await titleAt(page, second)]).toEqual(['two', 'one'])
  expect((await noteOf(page, 'Lost')).cell?.step).toBe('one')
  await page.mouse.click(...first)
  await page.keyboard.press('Alt+ArrowRight')
  expect(await titleAt(page, first)).toBe('one')
  await page.mouse.dblclick(...third)
  await page.locator('[data-part-text]').fill('Going home')
  await page.keyboard.press('Enter')
  expect(await titleAt(page, third)).toBe('Going home')
})

test('lanes and stages are folded with what lies in them, and opened again', async ({ page }) => {
  const { t, at } = await openMap(page)
  const lane = t.map().layout.lanes[1]
  const [x, y] = t.map().geometry
  const fold = at([x + 18, y + (lane?.y ?? 0) + 20])
  await page.mouse.click(...fold)
  await expect.poll(() => boardOf(page).texts()).not.toContain('Lost')
  await page.mouse.click(...fold)
  await expect.poll(() => boardOf(page).texts()).toContain('Lost')
  const stage = at([x + MAP.laneHead + 18, y + MAP.title + MAP.stageHead / 2])
  await page.mouse.click(...stage)
  await expect.poll(() => boardOf(page).texts()).not.toContain('Lost')
  await page.mouse.click(...at([x + MAP.laneHead + 20, y + MAP.title + MAP.stageHead / 2]))
  await expect.poll(() => boardOf(page).texts()).toContain('Lost')
})

test('the curve is set by a click and dragged to another feeling', async ({ page }) => {
  const { t, at } = await openMap(page)
  const lane = t.map().layout.lanes[2]
  if (!lane) throw new Error('Expected a lane')
  const top = t.map().geometry[1]
  const place = (felt: number) => at([t.cell('two', 'emotion')[0], top + emotionY(lane, felt)])
  const color = ([left, y]: readonly [number, number]) => boardOf(page).pixel([left - 9, y])
  await page.mouse.click(...place(2))
  await page.mouse.move(5, 300)
  await expect.poll(() => color(place(2))).toEqual(rgb(FACE_COLOR[2]))
  await drag(page, place(2), place(-2))
  await page.mouse.move(5, 300)
  await expect.poll(() => color(place(-2))).toEqual(rgb(FACE_COLOR[-2]))
})

test('who removes a step is told that its notes are kept, and can undo it', async ({ page }) => {
  const { t, at } = await openMap(page)
  await page.mouse.click(...at(t.head('one')))
  await page.keyboard.press('Delete')
  await expect(page.getByText('1 note went to the tray.')).toBeVisible()
  expect(await titleAt(page, at(t.head('one')))).toBe('two')
  await page.keyboard.press('Control+z')
  expect(await titleAt(page, at(t.head('one')))).toBe('one')
})

const rgb = (hex: string): number[] => [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16))
