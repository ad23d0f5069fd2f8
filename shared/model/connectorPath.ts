import { around, center, type Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'
import type { ShapeId } from './ids.ts'
import { frameOf, type Connector, type ConnectorEnd, type Geometry, type Shape } from './shape.ts'

/** What a connector may end on, by id; nothing if it is gone. */
export type Lookup = (id: ShapeId) => Shape | undefined

/** The connector with its path and the geometry around it worked out for where its ends are now. */
export function routed(connector: Connector, lookup: Lookup): Connector {
  const path = connectorPath(connector, lookup)
  const { x, y, w, h } = around(path)
  const geometry: Geometry = [x, y, Math.max(1, w), Math.max(1, h), 0]
  return { ...connector, path, geometry }
}

/** The points a connector runs along, page units. */
export function connectorPath({ start, end }: Connector, lookup: Lookup): readonly Vec[] {
  const from = boxAt(start, lookup)
  const to = boxAt(end, lookup)
  return [endPoint(start, from, middleOf(end, to)), endPoint(end, to, middleOf(start, from))]
}

function boxAt({ shape }: ConnectorEnd, lookup: Lookup): Box | undefined {
  const target = shape && lookup(shape)
  return target && target.kind !== 'connector' ? frameOf(target) : undefined
}

const middleOf = ({ point, anchor }: ConnectorEnd, box: Box | undefined): Vec =>
  !box ? point : anchor ? [box.x + anchor[0] * box.w, box.y + anchor[1] * box.h] : center(box)

/** Where the line meets the shape: at its anchor, else where the way to the other end leaves its box. */
function endPoint(end: ConnectorEnd, box: Box | undefined, toward: Vec): Vec {
  const middle = middleOf(end, box)
  if (!box || end.anchor) return middle
  const [dx, dy] = [toward[0] - middle[0], toward[1] - middle[1]]
  const scale = Math.min(
    dx === 0 ? Infinity : box.w / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.h / 2 / Math.abs(dy),
  )
  return scale >= 1 ? middle : [middle[0] + dx * scale, middle[1] + dy * scale]
}
