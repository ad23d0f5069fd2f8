import { center, unionOf, type Box } from '../../shared/geometry/box.ts'
import { rotate, rotatedBounds } from '../../shared/geometry/rotate.ts'
import { distance, sub, type Vec } from '../../shared/geometry/vec.ts'
import { boundsOf, frameOf, type Shape } from '../../shared/model/shape.ts'
import { toPage, toScreen, type Camera } from './camera.ts'

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

export const isCorner = ({ x, y }: Handle): boolean => x !== 0 && y !== 0

/** The box that the handles sit on, turned about its middle by degrees. */
export interface SelectionFrame {
  readonly box: Box
  readonly rotation: number
}

/** How far above the frame the handle is that turns it, in screen units. */
export const ROTATE_DISTANCE = 26

export const handlePoint = (box: Box, handle: Handle): Vec => [
  box.x + (box.w * (handle.x + 1)) / 2,
  box.y + (box.h * (handle.y + 1)) / 2,
]

/** The box around all of `shapes`, upright. */
export const selectionBox = (shapes: readonly Shape[]): Box | undefined => unionOf(shapes.map(boundsOf))

/** The frame of shapes that are changed together: of one it turns with the shape. A connector alone has none. */
export function selectionFrame(shapes: readonly Shape[]): SelectionFrame | undefined {
  const [only, second] = shapes
  if (only && !second)
    return only.kind === 'connector' ? undefined : { box: frameOf(only), rotation: only.geometry[4] }
  const boxes = shapes.filter(({ kind }) => kind !== 'connector')
  const box = selectionBox(boxes.length > 0 ? boxes : shapes)
  return box && { box, rotation: 0 }
}

/** A page point as it would be if the frame were upright. */
export const intoFrame = ({ box, rotation }: SelectionFrame, point: Vec): Vec =>
  rotate(point, center(box), -rotation)

/** Where the handle is that turns the frame: a page point. */
export function rotateHandlePoint({ box, rotation }: SelectionFrame, camera: Camera): Vec {
  return rotate([box.x + box.w / 2, box.y - ROTATE_DISTANCE / camera.zoom], center(box), rotation)
}

/** Is a screen point within `reach` (screen units) of the handle that turns the frame? */
export const onRotateHandle = (frame: SelectionFrame, screen: Vec, camera: Camera, reach: number): boolean =>
  distance(toScreen(camera, rotateHandlePoint(frame, camera)), screen) <= reach

/** The handle within `reach` (screen units) of a screen point. Sides can be caught anywhere along their length. */
export function handleAt(
  frame: SelectionFrame,
  screen: Vec,
  camera: Camera,
  reach: number,
): Handle | undefined {
  const { box } = frame
  const at = toScreen(camera, intoFrame(frame, toPage(camera, screen)))
  const [left, top] = toScreen(camera, [box.x, box.y])
  const [right, bottom] = toScreen(camera, [box.x + box.w, box.y + box.h])
  // On something tiny the handles would cover all of it, and it could no longer be moved.
  if (right - left < 3 * reach || bottom - top < 3 * reach) return undefined
  return HANDLES.find((handle) => {
    if (isCorner(handle)) return distance(toScreen(camera, handlePoint(box, handle)), at) <= reach
    const [x, y] = at
    if (handle.x === 0)
      return Math.abs(y - (handle.y < 0 ? top : bottom)) <= reach / 2 && x >= left && x <= right
    return Math.abs(x - (handle.x < 0 ? left : right)) <= reach / 2 && y >= top && y <= bottom
  })
}

const CURSORS = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const

/** The CSS cursor that points the way a handle goes, on a frame turned by degrees. */
export function cursorOf({ x, y }: Handle, rotation = 0): string {
  const direction = (Math.atan2(y, x) * 180) / Math.PI + rotation
  const eighth = Math.round(direction / 45)
  return CURSORS[((eighth % 4) + 4) % 4] ?? 'default'
}

/** How a box is scaled: by how much along each of its sides, from where nothing moves. */
export interface Scaling {
  readonly sx: number
  readonly sy: number
  /** As a share of the box, 0 to 1: the corner or side across from the handle, or the middle. */
  readonly anchor: Vec
}

export interface ScaleOptions {
  /** Both sides alike. */
  readonly keepRatio?: boolean
  /** About the middle, instead of from the opposite side. */
  readonly aboutMiddle?: boolean
  /** Neither side becomes shorter than this, in page units. */
  readonly least?: number
}

/** How a box is scaled when a handle of it is dragged by so much, in page units of the upright frame. */
export function scalingOf(
  box: Box,
  handle: Handle,
  by: Vec,
  { keepRatio, aboutMiddle, least = 1 }: ScaleOptions,
): Scaling {
  const both = aboutMiddle ? 2 : 1
  const wide = Math.max(Math.min(least, box.w), box.w + both * handle.x * by[0]) / box.w
  const high = Math.max(Math.min(least, box.h), box.h + both * handle.y * by[1]) / box.h
  const anchor: Vec = aboutMiddle ? [0.5, 0.5] : [(1 - handle.x) / 2, (1 - handle.y) / 2]
  if (!keepRatio) return { sx: wide, sy: high, anchor }
  const scale = isCorner(handle) ? Math.max(wide, high) : handle.x === 0 ? high : wide
  const shortest = Math.min(box.w, box.h)
  const most = Math.max(scale, Math.min(least, shortest) / shortest)
  return { sx: most, sy: most, anchor }
}

/** The box as the scaling leaves it, upright. */
export function scaledBox(box: Box, { sx, sy, anchor }: Scaling): Box {
  const [w, h] = [box.w * sx, box.h * sy]
  return { x: box.x + (box.w - w) * anchor[0], y: box.y + (box.h - h) * anchor[1], w, h }
}

/** The same scaling, with a side of the scaled box further along an axis by so much (page units). */
export function scaledFurther(
  box: Box,
  scaling: Scaling,
  handle: Handle,
  by: { readonly x?: number | undefined; readonly y?: number | undefined },
  { keepRatio, aboutMiddle }: ScaleOptions,
): Scaling {
  const both = aboutMiddle ? 2 : 1
  const { sx, sy, anchor } = scaling
  const x = by.x === undefined ? undefined : sx + (both * handle.x * by.x) / box.w
  const y = by.y === undefined ? undefined : sy + (both * handle.y * by.y) / box.h
  if (!keepRatio) return { sx: x ?? sx, sy: y ?? sy, anchor }
  const first = Math.abs(by.x ?? Infinity) <= Math.abs(by.y ?? Infinity) ? x : y
  const scale = first ?? sx
  return { sx: scale, sy: scale, anchor }
}

/** The upright box around a frame. */
export const boundsOfFrame = ({ box, rotation }: SelectionFrame): Box => rotatedBounds(box, rotation)

/** The angle from the middle of a frame to a point, in degrees clockwise from straight up. */
export function angleTo({ box }: SelectionFrame, point: Vec): number {
  const [dx, dy] = sub(point, center(box))
  return (Math.atan2(dx, -dy) * 180) / Math.PI
}
