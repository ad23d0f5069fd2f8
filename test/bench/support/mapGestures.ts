import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import { fit, toScreen, zoomAbout } from '../../../renderer/editor/camera.ts'
import { settled, VIEWPORT, type BenchPage } from './benchPages.ts'

/** Sizes of the map that gestures need, screen units at 100 %. */
export interface MapPlace {
  readonly column: number
  readonly head: number
}

/** Where the map's corner is on the screen while it is measured. */
const CORNER: Vec = [60, 90]
/** Below the corner: in the heads of stages, of steps, and in the first lane. */
const STAGE = 76
const STEP = 160
const LANE = 232
/** How often each gesture is made. */
const TIMES = 8
/** Events a second, as a display's pace has them. */
const RATE = 60

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Shows the map, whose box is given in page units, at 100 % with its corner at CORNER. */
export async function lookAtMap({ page }: BenchPage, box: Box): Promise<void> {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Shift+Digit1')
  await page.keyboard.press('Control+Digit0')
  const middle: Vec = [VIEWPORT.w / 2, VIEWPORT.h / 2]
  const [x, y] = toScreen(zoomAbout(fit(box, VIEWPORT), middle, 1), [box.x, box.y])
  await page.mouse.move(...middle)
  await page.mouse.wheel(x - CORNER[0], y - CORNER[1])
  await settled(page)
}

async function drag({ page }: BenchPage, from: Vec, to: Vec): Promise<void> {
  await page.mouse.move(from[0], from[1])
  await page.mouse.down()
  const events = 24
  for (let event = 1; event <= events; event++) {
    const share = event / events
    await page.mouse.move(from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]))
    await pause(1000 / RATE)
  }
  await page.mouse.up()
  await pause(120)
}

const at = (x: number, y: number): Vec => [CORNER[0] + x, CORNER[1] + y]

/** Notes from one cell into another, and back. */
export async function carryNotes(page: BenchPage, { column, head }: MapPlace): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    const ends = [head + column * 1.5, head + column * 3.5]
    const [from = 0, to = 0] = time % 2 === 0 ? ends : ends.toReversed()
    await drag(page, at(from, LANE), at(to, LANE + 20))
  }
}

/** A column to another place, and back. */
export async function moveColumns(page: BenchPage, { column, head }: MapPlace): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    const [a, b] = [head + column * 1.5, head + column * 4.7]
    await drag(page, at(time % 2 === 0 ? a : b - column, STEP), at(time % 2 === 0 ? b : a - column, STEP))
  }
}

/** The first stage and the first lane, folded and opened. */
export async function foldParts({ page }: BenchPage, { head }: MapPlace): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    const [x, y] = time % 4 < 2 ? at(head + 18, STAGE) : at(18, LANE - 32)
    await page.mouse.click(x, y)
    await pause(400)
  }
}
