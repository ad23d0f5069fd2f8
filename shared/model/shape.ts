import { z } from 'zod'
import type { Box } from '../geometry/box.ts'
import { noteColor } from './color.ts'
import { MOST_ORDER } from './order.ts'
import { boardId, shapeId } from './ids.ts'

/** No coordinate lies further out than this, in page units: beyond it, floating point would start to show. */
export const FARTHEST = 10_000_000
/** Longest text of one note, in UTF-16 units; editing and importing stop here. */
export const MOST_TEXT = 20_000

/** No shape is wider or taller than this, in page units. */
export const MOST_EXTENT = 100_000

const coordinate = z.number().min(-FARTHEST).max(FARTHEST)
const extent = z.number().min(1).max(MOST_EXTENT)

/**
 * x, y of the top-left corner, width, height (page units) and rotation (degrees, clockwise about the centre), in one
 * field: two people's moves never mix, and a drag costs 25 bytes of document instead of a kilobyte.
 */
const geometry = z.tuple([coordinate, coordinate, extent, extent, z.number().min(-360).max(360)])
export type Geometry = z.infer<typeof geometry>

const base = {
  id: shapeId,
  board: boardId,
  geometry,
  /** Fractional index: stacking order without renumbering. Ties break on id. */
  order: z.string().min(1).max(MOST_ORDER),
}

/** A sticky note. */
export const note = z.object({
  ...base,
  kind: z.literal('note'),
  style: z.object({ color: noteColor }),
  text: z.string().max(10 * MOST_TEXT),
  /** How much taller than its geometry the note is because of its text, in page units. */
  grow: z.number().min(0).max(MOST_EXTENT),
})
export type Note = z.infer<typeof note>

/** Everything that can lie on a board. Further kinds join this union. */
export const shape = z.discriminatedUnion('kind', [note])
export type Shape = z.infer<typeof shape>

/** The nearest geometry that a document may hold. */
export function limitGeometry([x, y, w, h, rotation]: Geometry): Geometry {
  const side = (value: number) => Math.min(MOST_EXTENT, Math.max(1, value))
  const place = (value: number) => Math.min(FARTHEST, Math.max(-FARTHEST, value))
  return [place(x), place(y), side(w), side(h), rotation % 360]
}

/** What a shape covers on its board. */
export function boundsOf(of: Shape): Box {
  const [x, y, w, h] = of.geometry
  return { x, y, w, h: h + of.grow }
}
