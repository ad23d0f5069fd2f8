import { center, type Box } from '../../shared/geometry/box.ts'
import { rotate } from '../../shared/geometry/rotate.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { routed, type Lookup } from '../../shared/model/connectorPath.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import {
  frameOf,
  type Connector,
  type ConnectorEnd,
  type Geometry,
  type Shape,
} from '../../shared/model/shape.ts'
import type { Measure } from '../../shared/scene/ops.ts'
import { resized } from './resized.ts'
import type { ScaleOptions, Scaling, SelectionFrame } from './resizing.ts'

/** Nothing becomes smaller than this by dragging a handle, in page units. */
const LEAST: Readonly<Record<Shape['kind'], number>> = {
  note: 80,
  text: 12,
  form: 12,
  section: 96,
  image: 16,
  stamp: 16,
  figure: 16,
  ink: 4,
  connector: 1,
  storyboard: 1,
  map: 1,
}

/** How shapes react to a handle: what they are decides unless Shift says otherwise. */
export function scaleOptionsFor(
  shapes: readonly Shape[],
  { shift, alt, corner }: { readonly shift: boolean; readonly alt: boolean; readonly corner: boolean },
): ScaleOptions {
  const [only] = shapes
  const least = shapes.length === 1 && only ? LEAST[only.kind] : 1
  return { keepRatio: keepsRatio(shapes, shift, corner), aboutMiddle: alt, least }
}

function keepsRatio(shapes: readonly Shape[], shift: boolean, corner: boolean): boolean {
  const [only] = shapes
  if (shapes.length !== 1 || !only) return corner || shift
  switch (only.kind) {
    case 'text':
      return corner
    case 'stamp':
      return true
    case 'image':
    case 'figure':
      return corner !== shift
    case 'note':
    case 'form':
    case 'section':
    case 'ink':
    case 'connector':
    case 'storyboard':
    case 'map':
      return shift
  }
}

type Shapes = ReadonlyMap<ShapeId, Shape>

/** Shapes as scaling the frame around them leaves them. One shape keeps its anchor where it is, turned or not. */
export function scaledShapes(
  shapes: readonly Shape[],
  frame: SelectionFrame,
  scaling: Scaling,
  measure: Measure,
  lookup: Lookup,
): Shapes {
  const [only] = shapes
  if (only && shapes.length === 1) return new Map([[only.id, scaledAlone(only, scaling, measure)]])
  const after = new Map<ShapeId, Shape>()
  for (const shape of shapes)
    if (shape.kind !== 'connector') after.set(shape.id, scaledAmong(shape, frame.box, scaling, measure))
  const place = (point: Vec): Vec => scaledPoint(point, frame.box, scaling)
  return withConnectors(shapes, after, place, lookup)
}

function scaledAlone(shape: Shape, { sx, sy, anchor }: Scaling, measure: Measure): Shape {
  const [x, y, , , rotation] = shape.geometry
  const before = frameOf(shape)
  const least = LEAST[shape.kind]
  const size = (side: number, scale: number) =>
    scale === 1 ? side : Math.max(Math.min(least, side), side * scale)
  const next = resized(shape, [x, y, size(before.w, sx), size(before.h, sy), rotation], measure)
  const after = frameOf(next)
  // The anchor is where it was on the board, and the shape turns about its middle, wherever that is now.
  const still = rotate(pointAt(before, anchor), center(before), rotation)
  const toMiddle = rotate([(0.5 - anchor[0]) * after.w, (0.5 - anchor[1]) * after.h], [0, 0], rotation)
  return placed(next, [still[0] + toMiddle[0] - after.w / 2, still[1] + toMiddle[1] - after.h / 2])
}

function scaledAmong(shape: Shape, box: Box, scaling: Scaling, measure: Measure): Shape {
  const before = frameOf(shape)
  const [x, y, , , rotation] = shape.geometry
  const [sx, sy] = alongOwnSides(scaling, rotation)
  const least = Math.min(LEAST[shape.kind], before.w, before.h)
  const [w, h] = [Math.max(least, before.w * sx), Math.max(least, before.h * sy)]
  const next = resized(shape, [x, y, w, h, rotation], measure)
  if (rotation === 0) return placed(next, scaledPoint([x, y], box, scaling))
  const after = frameOf(next)
  const [cx, cy] = scaledPoint(center(before), box, scaling)
  return placed(next, [cx - after.w / 2, cy - after.h / 2])
}

/** What scaling the board along x and y does to the sides of a turned box, as near as a box can follow. */
function alongOwnSides({ sx, sy }: Scaling, rotation: number): Vec {
  const cos = Math.cos((rotation * Math.PI) / 180) ** 2
  return [sx * cos + sy * (1 - cos), sy * cos + sx * (1 - cos)]
}

const pointAt = (box: Box, [u, v]: Vec): Vec => [box.x + u * box.w, box.y + v * box.h]

function scaledPoint([x, y]: Vec, box: Box, { sx, sy, anchor }: Scaling): Vec {
  const [ax, ay] = pointAt(box, anchor)
  return [ax + (x - ax) * sx, ay + (y - ay) * sy]
}

function placed<S extends Shape>(shape: S, [x, y]: Vec): S {
  const [, , w, h, rotation] = shape.geometry
  return { ...shape, geometry: [x, y, w, h, rotation] satisfies Geometry }
}

/** Shapes as turning the frame around them by degrees leaves them. */
export function rotatedShapes(
  shapes: readonly Shape[],
  { box }: SelectionFrame,
  degrees: number,
  lookup: Lookup,
): Shapes {
  const about = center(box)
  const after = new Map<ShapeId, Shape>()
  for (const shape of shapes)
    if (shape.kind !== 'connector') after.set(shape.id, rotatedShape(shape, about, degrees))
  return withConnectors(shapes, after, (point) => rotate(point, about, degrees), lookup)
}

function rotatedShape(shape: Shape, about: Vec, degrees: number): Shape {
  const frame = frameOf(shape)
  const [cx, cy] = rotate(center(frame), about, degrees)
  const [, , w, h, rotation] = shape.geometry
  return { ...shape, geometry: [cx - frame.w / 2, cy - frame.h / 2, w, h, upTo180(rotation + degrees)] }
}

/** The same angle, from above -180 to 180 degrees. */
export function upTo180(degrees: number): number {
  const turn = ((degrees % 360) + 360) % 360
  return turn > 180 ? turn - 360 : turn
}

/** Adds the connectors: their free ends go to other places, and all of them run anew. */
function withConnectors(
  shapes: readonly Shape[],
  after: Map<ShapeId, Shape>,
  place: (point: Vec) => Vec,
  lookup: Lookup,
): Shapes {
  const now: Lookup = (id) => after.get(id) ?? lookup(id)
  const connectors = shapes.filter((shape): shape is Connector => shape.kind === 'connector')
  const end = (of: ConnectorEnd): ConnectorEnd => {
    if (of.shape !== undefined) return of
    const [x, y] = place(of.point)
    return { ...of, point: [x, y] }
  }
  for (const one of connectors)
    after.set(one.id, routed({ ...one, start: end(one.start), end: end(one.end) }, now))
  return after
}
