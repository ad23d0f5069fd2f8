import { unionOf, type Box } from '../geometry/box.ts'
import type { GroupId } from './ids.ts'
import { boundsOf, type Shape } from './shape.ts'

/** Which groups somebody has gone into, the outermost first; empty where they are in none. */
export type GroupPath = readonly GroupId[]

/** What of a shape decides which groups it is in. */
export type Grouped = Pick<Shape, 'groups'>

/** Most groups one shape can be in, one within another. */
const MOST_GROUPS = 20

const groupsOf = ({ groups }: Grouped): GroupPath => groups ?? []

/** How far into `path` a shape lies: the groups of it that the shape is in, too. */
export function sharedPath(path: GroupPath, shape: Grouped): GroupPath {
  const groups = groupsOf(shape)
  const end = path.findIndex((group, depth) => group !== groups[depth])
  return end < 0 ? path : path.slice(0, end)
}

/**
 * The group that a shape counts as part of for somebody who is in the groups of `path`: the outermost they are not in.
 * Nothing if the shape counts alone. A shape that is not in those groups goes by the ones it shares with them.
 */
export function groupAt(shape: Grouped, path: GroupPath): GroupId | undefined {
  return groupsOf(shape)[sharedPath(path, shape).length]
}

/** The shape in one more group, which lies within those of `path`. Nothing where groups lie too deep already. */
export function grouped(shape: Grouped, group: GroupId, path: GroupPath): GroupPath | undefined {
  const groups = groupsOf(shape)
  const depth = sharedPath(path, shape).length
  if (groups.length >= MOST_GROUPS) return undefined
  return [...groups.slice(0, depth), group, ...groups.slice(depth)]
}

/** The shape without the group it counts as part of; the groups within that one stay. */
export function ungrouped(shape: Grouped, path: GroupPath): GroupPath {
  const group = groupAt(shape, path)
  return groupsOf(shape).filter((one) => one !== group)
}

/** What goes together: the shapes of a group, or one shape that counts alone. */
export interface Unit {
  readonly group: GroupId | undefined
  readonly shapes: readonly Shape[]
}

/** Shapes as what goes together for somebody in the groups of `path`, in the order of the first of each. */
export function unitsOf(shapes: readonly Shape[], path: GroupPath): readonly Unit[] {
  const units = new Map<string, { readonly group: GroupId | undefined; readonly shapes: Shape[] }>()
  for (const shape of shapes) {
    const group = groupAt(shape, path)
    // Groups and shapes get their ids from the same lot, but nobody promises that they differ.
    const key = group === undefined ? `shape ${shape.id}` : `group ${group}`
    const unit = units.get(key)
    if (unit) unit.shapes.push(shape)
    else units.set(key, { group, shapes: [shape] })
  }
  return [...units.values()]
}

/** The groups that every one of the shapes shares with `path`. */
export function commonPath(path: GroupPath, shapes: Iterable<Grouped>): GroupPath {
  let common = path
  for (const shape of shapes) {
    if (common.length === 0) break
    common = sharedPath(common, shape)
  }
  return common
}

const NOWHERE: Box = { x: 0, y: 0, w: 0, h: 0 }

/** The upright box around a unit, in page units. */
export const unitBox = ({ shapes }: Unit): Box => unionOf(shapes.map(boundsOf)) ?? NOWHERE
