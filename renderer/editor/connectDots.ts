import { contains, grow } from '../../shared/geometry/box.ts'
import { rotate, rotatedBounds } from '../../shared/geometry/rotate.ts'
import { add, distance, type Vec } from '../../shared/geometry/vec.ts'
import { frameOf, type Shape } from '../../shared/model/shape.ts'
import { ANCHORS, anchorOf, isConnectable } from './attaching.ts'
import { toScreen } from './camera.ts'
import type { Editor } from './editor.ts'
import { hasLock } from './locks.ts'
import type { PointerKind } from './tool.ts'

/** A dot outside a selected shape, from which a connector can be pulled. */
export interface ConnectDot {
  /** The middle of the side it stands at: 0 to 1 of width and height. */
  readonly anchor: Vec
  /** Where it is, in screen units. */
  readonly at: Vec
}

/** The dots that are shown, and the one under the pointer. */
export interface ConnectDots {
  readonly shape: Shape['id']
  readonly hovered: Vec | undefined
}

/** How far outside its shape a dot stands, in screen units. */
const DISTANCE = 22
/** Above a shape the handle that turns it is in the middle: the dot stands this far beside that. */
const BESIDE = 30
/** Dots show while the pointer is this near the shape, in screen units. */
const NEAR = 44
/** A shape that is smaller than this on the screen has no dots: they would be larger than it. */
const LEAST_SIDE = 40
export const DOT_RADIUS = 8
const REACH: Readonly<Record<PointerKind, number>> = { mouse: 11, pen: 12, touch: 20 }

/** The selected shape from which a connector can be pulled, if that is all that is selected. */
export function dottedShape(editor: Editor): Shape | undefined {
  const [id, ...others] = editor.selection.get().size === 1 ? editor.selection.get() : []
  const shape = id === undefined || others.length > 0 ? undefined : editor.workshop.shapes.get(id)
  if (!shape || editor.readOnly || !isConnectable(shape) || hasLock(editor, shape)) return undefined
  const { w, h } = frameOf(shape)
  return Math.min(w, h) * editor.camera.get().zoom < LEAST_SIDE ? undefined : shape
}

/** Where the dots of a shape are. */
export function dotsOf(editor: Editor, shape: Shape): readonly ConnectDot[] {
  const camera = editor.camera.get()
  return ANCHORS.map((anchor) => {
    const out: Vec = [(anchor[0] - 0.5) * 2 * DISTANCE, (anchor[1] - 0.5) * 2 * DISTANCE]
    const upright: Vec = anchor[1] === 0 ? [BESIDE, out[1]] : out
    return {
      anchor,
      at: add(toScreen(camera, anchorOf(shape, anchor)), rotate(upright, [0, 0], shape.geometry[4])),
    }
  })
}

/** The dots to show for a pointer at a screen and a page point. */
export function dotsFor(editor: Editor, screen: Vec, point: Vec, pointer: PointerKind): ConnectDots | null {
  const shape = dottedShape(editor)
  if (!shape) return null
  const around = rotatedBounds(frameOf(shape), shape.geometry[4])
  if (!contains(grow(around, NEAR / editor.camera.get().zoom), point)) return null
  const dot = dotsOf(editor, shape).find(({ at }) => distance(at, screen) <= REACH[pointer])
  return { shape: shape.id, hovered: dot?.anchor }
}
