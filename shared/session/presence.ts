import { z } from 'zod'
import { boardId, shapeId } from '../model/ids.ts'
import { personId } from './ids.ts'

const number = z.number().min(-1e9).max(1e9)
const point = z.tuple([number, number])

/** Most bytes of one person's state on the wire (reliability T9). */
export const MOST_PRESENCE_BYTES = 4096
/** Longest stretch of a stroke that is shown while it is drawn; the rest follows when it is done. */
export const MOST_LIVE_POINTS = 200

/** So many shapes are shown while they are moved; the others follow when it is done. */
export const MOST_MOVED = 200
/** So many shapes are shown while they are resized or turned. */
export const MOST_RESIZED = 20
/** So many selected shapes are shown. */
export const MOST_SELECTED = 30

/** What somebody's hand is doing just now; the document hears of it when it is done. */
export const gesture = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), ids: z.array(shapeId).max(MOST_MOVED), by: point }),
  /** One shape's geometry as it is being resized or turned. */
  z.object({
    kind: z.literal('resize'),
    shapes: z.array(z.tuple([shapeId, z.tuple([number, number, number, number, number])])).max(MOST_RESIZED),
  }),
  z.object({
    kind: z.literal('draw'),
    tool: z.enum(['pen', 'highlighter', 'laser']),
    color: z.string().max(20),
    width: z.number().min(0).max(200),
    /** Page units, the newest last. */
    points: z.array(point).max(MOST_LIVE_POINTS),
  }),
  /** Text is being typed into this shape. */
  z.object({ kind: z.literal('type'), id: shapeId }),
])
export type Gesture = z.infer<typeof gesture>

/** What everybody sees of somebody while it lasts: never saved. Names and roles are not in it: certificates say those. */
export const presence = z.object({
  person: personId,
  board: boardId.optional(),
  /** Page units. */
  cursor: point.optional(),
  /** Middle of what they see, page units, and zoom. Absent on phones. */
  view: z.tuple([number, number, z.number().min(0.001).max(100)]).optional(),
  /** What they see, width and height in page units. */
  extent: point.optional(),
  selection: z.array(shapeId).max(MOST_SELECTED).optional(),
  gesture: gesture.optional(),
  /** Whom they follow. */
  follows: personId.optional(),
  /** An emoji they sent, and which of their reactions it is, so that the same one twice shows twice. */
  reaction: z.tuple([z.string().min(1).max(16), z.number().int()]).optional(),
  /** Hands up, away from the keyboard. */
  away: z.literal(true).optional(),
})
export type Presence = z.infer<typeof presence>
