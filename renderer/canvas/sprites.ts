import type { ShapeId } from '../../shared/model/ids.ts'
import type { Shape } from '../../shared/model/shape.ts'

/** A picture of one shape, to be copied wherever the shape lies. */
export interface Sprite {
  readonly bitmap: Bitmap
  /** Device pixels per page unit. */
  readonly scale: number
  /** From the pixel on which the shape's corner falls to the bitmap's corner; whole pixels. */
  readonly dx: number
  readonly dy: number
}

export type Bitmap = ImageBitmap

interface Kept {
  readonly sprite: Sprite
  /** When it was last painted, in turns. */
  used: number
}

interface Entry {
  shape: Shape
  kept: Kept[]
}

/** Pictures of shapes, as many as fit into the budget; those not painted for longest go first. */
export interface Sprites {
  /** The picture at this scale, or else the one that comes nearest. */
  find(shape: Shape, scale: number): Sprite | undefined
  keep(shape: Shape, sprite: Sprite): void
  /** Everything found from now on belongs to one more painting, which must not throw out its own. */
  beginTurn(): void
  forget(id: ShapeId): void
  clear(): void
}

/** At most so many sizes of one shape. */
const MOST_SIZES = 3
/** Making room goes on until so much of the budget is used: not for every single picture. */
const ROOM = 0.8

/** `budget` in pixels, of four bytes each. */
export function createSprites(budget: number): Sprites {
  const entries = new Map<ShapeId, Entry>()
  let pixels = 0
  let turn = 0

  const sizeOf = ({ bitmap }: Sprite): number => bitmap.width * bitmap.height

  function drop(entry: Entry, kept: Kept): void {
    pixels -= sizeOf(kept.sprite)
    kept.sprite.bitmap.close()
    entry.kept.splice(entry.kept.indexOf(kept), 1)
  }

  function forget(id: ShapeId): void {
    const entry = entries.get(id)
    if (!entry) return
    for (let last = entry.kept.at(-1); last; last = entry.kept.at(-1)) drop(entry, last)
    entries.delete(id)
  }

  /** What is remembered of a shape, if it still looks the same. */
  function entryOf(shape: Shape): Entry | undefined {
    const entry = entries.get(shape.id)
    if (!entry || entry.shape === shape) return entry
    if (looksAlike(entry.shape, shape)) {
      entry.shape = shape
      return entry
    }
    forget(shape.id)
    return undefined
  }

  function makeRoom(): void {
    const idle = [...entries.values()].flatMap((entry) =>
      entry.kept.filter(({ used }) => used < turn).map((kept) => ({ entry, kept })),
    )
    idle.sort((a, b) => a.kept.used - b.kept.used)
    for (const { entry, kept } of idle) {
      if (pixels <= budget * ROOM) break
      drop(entry, kept)
      if (entry.kept.length === 0) entries.delete(entry.shape.id)
    }
  }

  return {
    find(shape, scale) {
      const kept = nearest(entryOf(shape)?.kept ?? [], scale)
      if (kept) kept.used = turn
      return kept?.sprite
    },
    keep(shape, sprite) {
      const entry = entryOf(shape) ?? { shape, kept: [] }
      entries.set(shape.id, entry)
      if (entry.kept.length >= MOST_SIZES) {
        const oldest = entry.kept.reduce((a, b) => (b.used < a.used ? b : a))
        drop(entry, oldest)
      }
      entry.kept.push({ sprite, used: turn })
      pixels += sizeOf(sprite)
      if (pixels > budget) makeRoom()
    },
    beginTurn: () => void turn++,
    forget,
    clear() {
      for (const id of entries.keys()) forget(id)
    },
  }
}

/** The one whose scale is closest, by ratio. */
function nearest(kept: readonly Kept[], scale: number): Kept | undefined {
  let best: Kept | undefined
  let least = Infinity
  for (const one of kept) {
    const distance = Math.abs(Math.log(one.sprite.scale / scale))
    if (distance < least) {
      least = distance
      best = one
    }
  }
  return best
}

/** Fields that say where a shape is and what it belongs to, not what it looks like. */
const PLACE: ReadonlySet<string> = new Set(['id', 'board', 'order', 'locked', 'groups', 'section', 'on'])

/** Does one look like the other, only elsewhere? */
export function looksAlike(a: Shape, b: Shape): boolean {
  if (a.kind !== b.kind || a.kind === 'connector') return false
  const [, , ...size] = a.geometry
  const [, , ...otherSize] = b.geometry
  return equal(size, otherSize) && equal(withoutPlace(a), withoutPlace(b))
}

const withoutPlace = (shape: Shape): readonly unknown[] =>
  Object.entries(shape).filter(([field]) => field !== 'geometry' && !PLACE.has(field))

/** Plain values, compared by what is in them. */
function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  if (keys.length !== others.length) return false
  return keys.every((key) => equal((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}
