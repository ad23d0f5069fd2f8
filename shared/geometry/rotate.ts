import { center, unionOf, type Box } from './box.ts'
import type { Vec } from './vec.ts'

/** A point turned about another, `degrees` clockwise (y goes down). */
export function rotate([x, y]: Vec, about: Vec, degrees: number): Vec {
  if (degrees === 0) return [x, y]
  const radians = (degrees * Math.PI) / 180
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)]
  const [dx, dy] = [x - about[0], y - about[1]]
  return [about[0] + dx * cos - dy * sin, about[1] + dx * sin + dy * cos]
}

/** The four corners of a box turned about its middle, clockwise from the top left. */
export function cornersOf(box: Box, degrees: number): readonly [Vec, Vec, Vec, Vec] {
  const { x, y, w, h } = box
  const about = center(box)
  const turned = (corner: Vec) => rotate(corner, about, degrees)
  return [turned([x, y]), turned([x + w, y]), turned([x + w, y + h]), turned([x, y + h])]
}

/** The upright box around a turned one. */
export function rotatedBounds(box: Box, degrees: number): Box {
  if (degrees === 0) return box
  return unionOf(cornersOf(box, degrees).map(([x, y]) => ({ x, y, w: 0, h: 0 }))) ?? box
}
