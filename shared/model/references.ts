import type { ShapeId } from './ids.ts'
import type { Shape } from './shape.ts'

/** Who refers to what, kept up to date one shape at a time. */
export interface References<Target> {
  set(id: ShapeId, shape: Shape | undefined): void
  to(target: Target): ReadonlySet<ShapeId>
}

/** What a shape refers to: the ends of a connector, the section it lies in, what a stamp is on. */
export function referencesOf(shape: Shape): readonly ShapeId[] {
  const own: (ShapeId | undefined)[] = [shape.section]
  if (shape.kind === 'connector') own.push(shape.start.shape, shape.end.shape)
  if (shape.kind === 'stamp') own.push(shape.on)
  return own.filter((id) => id !== undefined)
}

const NONE: ReadonlySet<ShapeId> = new Set()

/** `targetsOf` says what a shape refers to. */
export function indexReferences<Target>(targetsOf: (shape: Shape) => readonly Target[]): References<Target> {
  const targets = new Map<ShapeId, readonly Target[]>()
  const sources = new Map<Target, Set<ShapeId>>()

  function forget(id: ShapeId): void {
    for (const target of targets.get(id) ?? []) {
      const from = sources.get(target)
      from?.delete(id)
      if (from?.size === 0) sources.delete(target)
    }
    targets.delete(id)
  }

  return {
    set(id, shape) {
      forget(id)
      const found = shape ? targetsOf(shape) : []
      if (found.length === 0) return
      targets.set(id, found)
      for (const target of found) {
        const from = sources.get(target)
        if (from) from.add(id)
        else sources.set(target, new Set([id]))
      }
    },
    to: (target) => sources.get(target) ?? NONE,
  }
}
