import * as Y from 'yjs'
import { z } from 'zod'
import { isSafeLink } from '../util/safeLink.ts'

/** How a run of a text looks: UTF-16 units `from` (included) to `to` (excluded). Runs are in order, never overlapping. */
export const mark = z.object({
  from: z.number().int().min(0),
  to: z.number().int().min(1),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  /** An http, https or mailto address. */
  link: z.string().refine(isSafeLink).optional(),
})
export type Mark = z.infer<typeof mark>
export const marks = z.array(mark).max(20_000)

/** The Y.Text attributes that stand for a mark. */
export type MarkAttributes = Readonly<{ b?: unknown; i?: unknown; a?: unknown }>

/** The marks of a text; nothing if it is plain. What peers put there and we do not know, we do not show. */
export function readMarks(text: Y.Text): readonly Mark[] | undefined {
  if (!hasFormatting(text)) return undefined
  const found: Mark[] = []
  let at = 0
  for (const { insert, attributes } of text.toDelta() as {
    insert?: unknown
    attributes?: MarkAttributes
  }[]) {
    const length = typeof insert === 'string' ? insert.length : 1
    const link = typeof attributes?.a === 'string' && isSafeLink(attributes.a) ? attributes.a : undefined
    const looks = {
      ...(attributes?.b === true && { bold: true as const }),
      ...(attributes?.i === true && { italic: true as const }),
      ...(link !== undefined && { link }),
    }
    if (Object.keys(looks).length > 0) found.push({ from: at, to: at + length, ...looks })
    at += length
  }
  return found.length > 0 ? found : undefined
}

/** Most texts are plain, and a board has thousands: taking them apart is saved. Formatting lies in items of its own. */
function hasFormatting(text: Y.Text): boolean {
  for (let item = text._start; item !== null; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentFormat) return true
  return false
}

/** A mark as Y.Text attributes. */
export const attributesOf = ({ bold, italic, link }: Omit<Mark, 'from' | 'to'>): Record<string, unknown> => ({
  ...(bold && { b: true }),
  ...(italic && { i: true }),
  ...(link !== undefined && { a: link }),
})
