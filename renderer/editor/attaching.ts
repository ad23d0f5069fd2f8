import { center, contains, grow, type Box } from '../../shared/geometry/box.ts'
import type { Outline } from '../../shared/geometry/outline.ts'
import { rotate } from '../../shared/geometry/rotate.ts'
import { distance, type Vec } from '../../shared/geometry/vec.ts'
import { anchorPoint } from '../../shared/model/connectorPath.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { frameOf, SECTION_HEAD, type ConnectorEnd, type Shape } from '../../shared/model/shape.ts'
import type { Editor } from './editor.ts'
import type { PointerKind } from './tool.ts'

/** Where the end of a connector is attached: at a place of a shape, or wherever the line meets it. */
export interface Attachment {
  readonly shape: ShapeId
  /** 0 to 1 of the shape's width and height. */
  readonly anchor?: Vec
}

/** The places of a shape that an end snaps to: the middles of its sides. */
export const ANCHORS: readonly Vec[] = [
  [0.5, 0],
  [1, 0.5],
  [0.5, 1],
  [0, 0.5],
]

/** How near a shape and an anchor must be to be meant, in screen units. */
const SHAPE_REACH = 8
const ANCHOR_REACH: Readonly<Record<PointerKind, number>> = { mouse: 14, pen: 16, touch: 24 }
/** Of a small shape an anchor takes up no more than this share. */
const MOST_SHARE = 0.25

/** Can a connector end on it? */
export const isConnectable = (shape: Shape): boolean => shape.kind !== 'connector' && shape.kind !== 'ink'

/** Is it a connector that ends on something, and so runs where that is? */
export const isAttached = (shape: Shape): boolean =>
  shape.kind === 'connector' && (shape.start.shape !== undefined || shape.end.shape !== undefined)

/** Where an anchor of a shape lies, in page units. */
export const anchorOf = (shape: Shape, anchor: Vec): Vec =>
  anchorPoint({ box: frameOf(shape), degrees: shape.geometry[4] }, anchor)

export function outlineOf(shape: Shape): Outline {
  const form = shape.kind === 'form' ? shape.form : 'rectangle'
  return { form, box: frameOf(shape), degrees: shape.geometry[4] }
}

/** What a connector would be attached to at a page point. Cost follows what lies there. */
export function attachmentAt(editor: Editor, point: Vec, pointer: PointerKind): Attachment | undefined {
  const { zoom } = editor.camera.get()
  const slack = SHAPE_REACH / zoom
  const around: Box = grow({ x: point[0], y: point[1], w: 0, h: 0 }, slack)
  const shape = editor.workshop.shapes
    .within(editor.board.get(), around)
    .findLast((one) => isConnectable(one) && isOn(one, point, slack))
  if (!shape) return undefined
  const anchor = anchorNear(shape, point, ANCHOR_REACH[pointer] / zoom)
  return { shape: shape.id, ...(anchor && { anchor }) }
}

/** Of sections only the edge and the title are meant: on their ground lies everything else. */
function isOn(shape: Shape, point: Vec, slack: number): boolean {
  const frame = frameOf(shape)
  const own = rotate(point, center(frame), -shape.geometry[4])
  if (!contains(grow(frame, slack), own)) return false
  if (shape.kind !== 'section') return true
  return !contains(grow(frame, -slack), own) || own[1] < frame.y + SECTION_HEAD
}

function anchorNear(shape: Shape, point: Vec, reach: number): Vec | undefined {
  const { w, h } = frameOf(shape)
  const limit = Math.min(reach, Math.min(w, h) * MOST_SHARE)
  return ANCHORS.find((anchor) => distance(anchorOf(shape, anchor), point) <= limit)
}

/** The end of a connector at a page point, attached or free. */
export function endFor(point: Vec, attachment: Attachment | undefined): ConnectorEnd {
  if (!attachment) return { point: [point[0], point[1]] }
  const { shape, anchor } = attachment
  return { point: [point[0], point[1]], shape, ...(anchor && { anchor: [anchor[0], anchor[1]] }) }
}
