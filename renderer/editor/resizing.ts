import { unionOf, type Box } from '../../shared/geometry/box.ts'
import { distance, type Vec } from '../../shared/geometry/vec.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { boundsOf, type Geometry, type Shape } from '../../shared/model/shape.ts'
import { toScreen, type Camera } from './camera.ts'

/** Which sides follow the pointer: -1 left or top, 1 right or bottom, 0 neither. */
export interface Handle {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}

/** Corners before sides: where both are in reach, the corner is meant. */
export const HANDLES: readonly Handle[] = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
  { x: 0, y: -1 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
]

/** No note becomes smaller than this, in page units. */
const LEAST_SIDE = 80

export const handlePoint = (box: Box, handle: Handle): Vec => [
  box.x + (box.w * (handle.x + 1)) / 2,
  box.y + (box.h * (handle.y + 1)) / 2,
]

/** The box that the handles sit on: around all of `shapes`. */
export const selectionBox = (shapes: readonly Shape[]): Box | undefined => unionOf(shapes.map(boundsOf))

/** The handle within `reach` (screen units) of a screen point. Sides can be caught anywhere along their length. */
export function handleAt(box: Box, screen: Vec, camera: Camera, reach: number): Handle | undefined {
  const [left, top] = toScreen(camera, [box.x, box.y])
  const [right, bottom] = toScreen(camera, [box.x + box.w, box.y + box.h])
  // On something tiny the handles would cover all of it, and it could no longer be moved.
  if (right - left < 3 * reach || bottom - top < 3 * reach) return undefined
  return HANDLES.find((handle) => {
    if (handle.x !== 0 && handle.y !== 0)
      return distance(toScreen(camera, handlePoint(box, handle)), screen) <= reach
    const [x, y] = screen
    if (handle.x === 0)
      return Math.abs(y - (handle.y < 0 ? top : bottom)) <= reach / 2 && x >= left && x <= right
    return Math.abs(x - (handle.x < 0 ? left : right)) <= reach / 2 && y >= top && y <= bottom
  })
}

export function cursorOf({ x, y }: Handle): string {
  if (x === 0) return 'ns-resize'
  if (y === 0) return 'ew-resize'
  return x === y ? 'nwse-resize' : 'nesw-resize'
}

/** Where `box` goes when `handle` is dragged by `by`; `keepRatio` scales both sides alike. */
export function resizeBox(box: Box, handle: Handle, by: Vec, keepRatio: boolean): Box {
  let w = Math.max(LEAST_SIDE, box.w + handle.x * by[0])
  let h = Math.max(LEAST_SIDE, box.h + handle.y * by[1])
  if (keepRatio && handle.x !== 0 && handle.y !== 0) {
    const scale = Math.max(w / box.w, h / box.h)
    w = box.w * scale
    h = box.h * scale
  }
  return {
    x: handle.x < 0 ? box.x + box.w - w : box.x,
    y: handle.y < 0 ? box.y + box.h - h : box.y,
    w,
    h,
  }
}

/** Carries shapes along when the box around them goes from `from` to `to`. */
export function scaleInto(shapes: readonly Shape[], from: Box, to: Box): ReadonlyMap<ShapeId, Geometry> {
  const sx = to.w / from.w
  const sy = to.h / from.h
  return new Map(
    shapes.map((shape): [ShapeId, Geometry] => {
      const { x, y, w, h } = boundsOf(shape)
      return [
        shape.id,
        [
          to.x + (x - from.x) * sx,
          to.y + (y - from.y) * sy,
          Math.max(LEAST_SIDE, w * sx),
          Math.max(LEAST_SIDE, h * sy),
          shape.geometry[4],
        ],
      ]
    }),
  )
}
