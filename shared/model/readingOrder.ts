import type { ShapeId } from './ids.ts'
import { MOST_DEPTH } from './sections.ts'
import { boundsOf, SECTION_HEAD, type Shape } from './shape.ts'

export type ReadingDirection = 'ltr' | 'rtl'

/** What decides where something stands among the others, in page units. */
interface Placed {
  readonly shape: Shape
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * The shapes of one board as a person reads them: row by row from the top, and in each row in the direction of the
 * language. What lies in a section follows its title; what lies in a collapsed one is left out.
 */
export function readingOrder(shapes: readonly Shape[], direction: ReadingDirection): readonly Shape[] {
  const present = new Set(shapes.map(({ id }) => id))
  const within = new Map<ShapeId | undefined, Shape[]>()
  for (const shape of shapes) {
    const { section } = shape
    const place = section !== undefined && section !== shape.id && present.has(section) ? section : undefined
    const siblings = within.get(place)
    if (siblings) siblings.push(shape)
    else within.set(place, [shape])
  }
  const order: Shape[] = []
  function read(section: ShapeId | undefined, depth: number): void {
    const siblings = within.get(section)
    // Once only: sections of a broken document may lie in each other.
    within.delete(section)
    for (const shape of inRows(siblings ?? [], direction)) {
      order.push(shape)
      if (shape.kind === 'section' && !shape.collapsed && depth < MOST_DEPTH) read(shape.id, depth + 1)
    }
  }
  read(undefined, 0)
  return order
}

/** Shapes that lie beside each other, row by row. What lies in what is left aside. */
export function inRows(shapes: readonly Shape[], direction: ReadingDirection): readonly Shape[] {
  const compare = direction === 'rtl' ? byRight : byLeft
  return rowsOf(shapes.map(placed)).flatMap((row) => row.toSorted(compare).map(({ shape }) => shape))
}

function placed(shape: Shape): Placed {
  const { x, y, w, h } = boundsOf(shape)
  // Of a section the title is read; the rest of it is the room for others.
  const bottom = y + (shape.kind === 'section' ? Math.min(h, SECTION_HEAD) : h)
  return { shape, left: x, right: x + w, top: y, bottom }
}

/** From the top, whatever has its middle above the lower edge of all others in a row stands in that row. */
function rowsOf(shapes: readonly Placed[]): readonly (readonly Placed[])[] {
  const rows: Placed[][] = []
  let lowest = -Infinity
  for (const one of shapes.toSorted(byTop)) {
    const row = rows.at(-1)
    if (row && (one.top + one.bottom) / 2 <= lowest) {
      row.push(one)
      lowest = Math.min(lowest, one.bottom)
    } else {
      rows.push([one])
      lowest = one.bottom
    }
  }
  return rows
}

const byTop = (a: Placed, b: Placed): number => a.top - b.top || a.left - b.left || byId(a, b)
const byLeft = (a: Placed, b: Placed): number => a.left - b.left || a.top - b.top || byId(a, b)
const byRight = (a: Placed, b: Placed): number => b.right - a.right || a.top - b.top || byId(a, b)
const byId = (a: Placed, b: Placed): number => (a.shape.id < b.shape.id ? -1 : 1)
