import type { Vec } from '../geometry/vec.ts'
import type { ShapeId } from './ids.ts'

/** Where a connector ends: at a point (page units), or on a shape. */
interface End {
  readonly point: Vec
  readonly shape?: ShapeId | undefined
}

/** The fields of a shape that name something else. */
interface Linked {
  readonly id: ShapeId
  /** Outermost first. */
  readonly groups?: readonly string[] | undefined
  readonly section?: ShapeId | undefined
  readonly start?: End | undefined
  readonly end?: End | undefined
  readonly on?: ShapeId | undefined
}

/** What copies are called, and which shapes that were not copied they may go on naming. */
interface NewIds {
  readonly shape: () => string
  readonly group: () => string
  /** By default none: on another board there would be nothing of that name. */
  readonly stays?: (id: ShapeId) => boolean
}

/**
 * Copies of `shapes`, in the same order, under new ids. What they name of each other (groups, the section they lie in,
 * connector ends, the shape a stamp is on) is the copy of it; what they name of shapes that are not copied is dropped,
 * unless it stays, so that a connector ends at the last point known. A group of which one shape was copied is none.
 */
export function copyShapes<S extends Linked>(shapes: readonly S[], newIds: NewIds): S[] {
  const names = shapes.map(() => newIds.shape() as ShapeId)
  const ids = new Map(shapes.map(({ id }, index) => [id, names[index]]))
  const groups = createGroupNames(shapes, newIds.group)
  const copyOf = (id: ShapeId): ShapeId | undefined => ids.get(id) ?? (newIds.stays?.(id) ? id : undefined)
  return shapes.map((shape, index): S => {
    const links: Record<string, unknown> = {
      id: names[index],
      groups: shape.groups && groups(shape.groups),
      section: shape.section && copyOf(shape.section),
      start: shape.start && copyEnd(shape.start, copyOf),
      end: shape.end && copyEnd(shape.end, copyOf),
      on: shape.on && copyOf(shape.on),
    }
    const named = Object.entries(links).filter(([, value]) => value !== undefined)
    const rest = Object.entries(shape).filter(([field]) => !(field in links))
    return Object.fromEntries([...rest, ...named]) as unknown as S
  })
}

function copyEnd(end: End, copyOf: (id: ShapeId) => ShapeId | undefined): End {
  if (end.shape === undefined) return end
  const shape = copyOf(end.shape)
  return shape === undefined ? { point: end.point } : { ...end, shape }
}

/** Renames groups, and leaves out those that would hold a single shape, or just the shapes of one within them. */
function createGroupNames(
  shapes: readonly Linked[],
  newGroup: () => string,
): (groups: readonly string[]) => readonly string[] | undefined {
  const sizes = new Map<string, number>()
  for (const { groups = [] } of shapes)
    for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const names = new Map<string, string>()

  function nameOf(group: string): string {
    const name = names.get(group) ?? newGroup()
    names.set(group, name)
    return name
  }

  return (groups) => {
    const size = (index: number) => sizes.get(groups[index] ?? '') ?? 0
    const kept = groups.filter((_, index) => size(index) > 1 && size(index) !== size(index + 1))
    return kept.length > 0 ? kept.map(nameOf) : undefined
  }
}
