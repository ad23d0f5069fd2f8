import type { ShapeId } from '../../shared/model/ids.ts'
import type { Preview } from '../editor/preview.ts'

const NONE: ReadonlySet<ShapeId> = new Set()

/** The shapes that a preview shows somewhere other than where they lie. */
export interface AwayShapes {
  has(id: ShapeId): boolean
  /** Takes the present preview. Returns those that came or went by it; nothing if it is the same as before. */
  update(preview: Preview | null): ReadonlySet<ShapeId> | undefined
}

export function createAwayShapes(): AwayShapes {
  let away: ReadonlySet<ShapeId> = NONE
  /** What `away` was made of: as long as a gesture goes on, these hardly ever change. */
  let moved: ReadonlySet<ShapeId> | undefined

  return {
    has: (id) => away.has(id),
    update(preview) {
      const changed = preview?.kind === 'change' ? preview.shapes : preview?.follow
      const moving = preview?.kind === 'move' && !preview.copy ? preview.ids : NONE
      const size = moving.size + (changed?.size ?? 0)
      if (moving === moved && size === away.size && hasAll(away, changed)) return undefined
      const before = away
      moved = moving
      away = changed && changed.size > 0 ? new Set([...moving, ...changed.keys()]) : moving
      return before.size === 0 && away.size === 0 ? undefined : new Set([...before, ...away])
    },
  }
}

function hasAll(set: ReadonlySet<ShapeId>, ids: ReadonlyMap<ShapeId, unknown> | undefined): boolean {
  if (ids) for (const id of ids.keys()) if (!set.has(id)) return false
  return true
}
