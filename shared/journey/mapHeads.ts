import type { Box } from '../geometry/box.ts'
import { MAP } from './mapLayout.ts'

/** What folds a stage: a square at the beginning of its head; of a folded one, its head. Page units. */
export const foldIn = (box: Box, rtl: boolean): Box => ({
  x: rtl ? box.x + box.w - 28 : box.x + 6,
  y: box.y + (MAP.stageHead - 24) / 2,
  w: 24,
  h: 24,
})

/** Where the parts of a step's head are, from its corner; page units. */
export function stepHeadParts(
  rtl: boolean,
): Readonly<Record<'number' | 'star' | 'face' | 'title' | 'signs', Box>> {
  const flip = (box: Box): Box => (rtl ? { ...box, x: MAP.column - box.x - box.w } : box)
  return {
    number: flip({ x: 12, y: 10, w: 24, h: 24 }),
    star: flip({ x: 39, y: 10, w: 24, h: 24 }),
    signs: flip({ x: 70, y: 14, w: 84, h: 16 }),
    face: flip({ x: MAP.column - 38, y: 9, w: 26, h: 26 }),
    title: flip({ x: 12, y: 38, w: MAP.column - 24, h: 40 }),
  }
}

/** Where the parts of a lane's head are, from its corner; page units. */
export function laneHeadParts(rtl: boolean): Readonly<Record<'fold' | 'sign' | 'name', Box>> {
  const flip = (box: Box): Box => (rtl ? { ...box, x: MAP.laneHead - box.x - box.w } : box)
  return {
    fold: flip({ x: 6, y: 8, w: 24, h: 24 }),
    sign: flip({ x: 32, y: 11, w: 18, h: 18 }),
    name: flip({ x: 56, y: 10, w: MAP.laneHead - 64, h: 20 }),
  }
}
