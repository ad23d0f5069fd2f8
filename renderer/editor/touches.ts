import { center, intersects, type Box } from '../../shared/geometry/box.ts'
import { cornersOf } from '../../shared/geometry/rotate.ts'
import { pathTouchesBox } from '../../shared/geometry/pathTouchesBox.ts'
import { rotate } from '../../shared/geometry/rotate.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { lineOf } from '../../shared/model/connectorPath.ts'
import { inkPath } from './inkPaths.ts'
import { frameOf, type Ink, type Shape } from '../../shared/model/shape.ts'

/** Does a shape touch an upright box (page units)? Lines do where they run, other shapes with all they cover. */
export function touches(shape: Shape, box: Box): boolean {
  if (shape.kind === 'connector') return pathTouchesBox(lineOf(shape), box)
  if (shape.kind === 'ink') return pathTouchesBox(turnedPath(shape), box)
  const frame = frameOf(shape)
  const rotation = shape.geometry[4]
  if (rotation === 0) return intersects(frame, box)
  const outline = cornersOf(frame, rotation)
  return pathTouchesBox([...outline, outline[0]], box) || isAround(frame, rotation, box)
}

/** The box lies within the turned frame as a whole. */
function isAround(frame: Box, rotation: number, box: Box): boolean {
  const [x, y] = rotate(center(box), center(frame), -rotation)
  return intersects(frame, { x, y, w: 0, h: 0 })
}

/** The line of a stroke as it lies on the board. */
function turnedPath(shape: Ink): readonly Vec[] {
  const rotation = shape.geometry[4]
  const path = inkPath(shape)
  const about = center(frameOf(shape))
  return rotation === 0 ? path : path.map((point) => rotate(point, about, rotation))
}
