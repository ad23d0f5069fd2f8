import { z } from 'zod'
import { grow, type Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'
import { rotatedBounds } from '../geometry/rotate.ts'
import { cell } from '../journey/cell.ts'
import { day, evidence, MOST_NAME, status, words } from '../journey/entities.ts'
import { channelId, feedbackId, journeyId, stepId, storyId, teamId, touchpointId } from '../journey/ids.ts'
import type { MapLayout } from '../journey/mapLayout.ts'
import type { StoryLayout } from '../journey/storyLayout.ts'
import { personId } from '../session/ids.ts'
import { boardId, groupId, shapeId } from './ids.ts'
import { marks } from './marks.ts'
import { MOST_ORDER } from './order.ts'
import {
  connectorStyle,
  figureStyle,
  formStyle,
  inkStyle,
  noteStyle,
  plainTextStyle,
  sectionStyle,
} from './style.ts'

/** No coordinate lies further out than this, in page units: beyond it, floating point would start to show. */
export const FARTHEST = 10_000_000
/** Longest text of one shape, in UTF-16 units; editing and importing stop here. */
export const MOST_TEXT = 20_000

/** No shape is wider or taller than this, in page units. */
export const MOST_EXTENT = 100_000

const coordinate = z.number().min(-FARTHEST).max(FARTHEST)
const extent = z.number().min(1).max(MOST_EXTENT)
const point = z.tuple([coordinate, coordinate])

/**
 * x, y of the top-left corner, width, height (page units) and rotation (degrees, clockwise about the centre), in one
 * field: two people's moves never mix, and a drag costs 25 bytes of document instead of a kilobyte.
 */
export const geometry = z.tuple([coordinate, coordinate, extent, extent, z.number().min(-360).max(360)])
export type Geometry = z.infer<typeof geometry>

const base = {
  id: shapeId,
  board: boardId,
  geometry,
  /** Fractional index: stacking order without renumbering. Ties break on id. */
  order: z.string().min(1).max(MOST_ORDER),
  locked: z.literal(true).optional(),
  /** The groups it belongs to, the outermost first. A group is whatever shares its id. */
  groups: z.array(groupId).max(20).optional(),
  /** The section it lies in, and moves with. */
  section: shapeId.optional(),
  /**
   * The step whose frame it is drawn in. Its geometry then lies in the document as seen from the picture's top-left
   * corner, and is read as seen from the board's: it goes wherever the frame goes.
   */
  frame: stepId.optional(),
  /** Who added it during a session: what participants may change is what they added themselves. */
  by: personId.optional(),
}

const texted = {
  text: z.string().max(10 * MOST_TEXT),
  /** Runs of the text that are bold, italic or links. */
  marks: marks.optional(),
}

const grown = {
  ...texted,
  /** How much taller than its geometry the shape is because of its text, in page units. */
  grow: z.number().min(0).max(MOST_EXTENT),
}

/** Most tags of one note, and the longest of them. */
export const MOST_TAGS = 20
export const MOST_TAG = 40

/** A sticky note. */
export const note = z.object({
  ...base,
  ...grown,
  kind: z.literal('note'),
  style: noteStyle,
  /** Who wrote it, as that person calls themselves. */
  author: z.string().min(1).max(100).optional(),
  tags: z.array(z.string().min(1).max(MOST_TAG)).max(MOST_TAGS).optional(),
  /** Where in a journey's map it lies. Its place then follows from the map, whatever its geometry says. */
  cell: cell.optional(),
  status: status.optional(),
  /** 1 (hardly) to 4 (very). */
  severity: z.number().int().min(1).max(4).optional(),
  owner: z.string().min(1).max(MOST_NAME).optional(),
  due: day.optional(),
  description: words.optional(),
  solution: words.optional(),
  /** 1 (little) to 5 (much). */
  impact: z.number().int().min(1).max(5).optional(),
  effort: z.number().int().min(1).max(5).optional(),
  /** The frame an opportunity serves. */
  serves: stepId.optional(),
  evidence: evidence.optional(),
  touchpoint: touchpointId.optional(),
  channel: channelId.optional(),
  team: teamId.optional(),
  /** The feedback it quotes. */
  quote: feedbackId.optional(),
})
export type Note = z.infer<typeof note>

/** Text that lies on the board by itself. */
export const plainText = z.object({
  ...base,
  ...grown,
  kind: z.literal('text'),
  style: plainTextStyle,
  /** As wide as its longest line. Otherwise lines break at the width of the geometry. */
  autoWidth: z.literal(true).optional(),
})
export type PlainText = z.infer<typeof plainText>

const FORMS = ['rectangle', 'ellipse', 'diamond'] as const

/** A geometric form, with text in it. */
export const form = z.object({
  ...base,
  ...grown,
  kind: z.literal('form'),
  form: z.enum(FORMS),
  style: formStyle,
})
export type Form = z.infer<typeof form>

/**
 * Where a connector begins or ends: on a shape, at a place of its box (0 to 1 of width and height) or where the line
 * happens to meet it, or free on the board. `point` is where it was last (page units), for when the shape is gone.
 */
export const connectorEnd = z.object({
  point,
  shape: shapeId.optional(),
  anchor: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).optional(),
})
export type ConnectorEnd = z.infer<typeof connectorEnd>

/** A line or an arrow between two ends. Its text is the label. What it runs along is derived: see `connectorPath`. */
export const connector = z.object({
  ...base,
  ...texted,
  kind: z.literal('connector'),
  start: connectorEnd,
  end: connectorEnd,
  style: connectorStyle,
  /** How far the middle of an elbow or a curve is pulled from where it would run by itself, page units. */
  bend: point.optional(),
})
/** `path`, and the geometry around it, are worked out whenever the connector or what it is attached to changes. */
export type Connector = z.infer<typeof connector> & {
  /** Corners, page units; for a curved route the four points of one cubic curve. See `lineOf`. */
  readonly path: readonly Vec[]
}

/** Most characters of packed ink points: about 30,000 points. */
export const MOST_INK = 200_000

/** A stroke of the pen or the highlighter. */
export const ink = z.object({
  ...base,
  kind: z.literal('ink'),
  tool: z.enum(['pen', 'highlighter']),
  /** See `packInk`: relative to the geometry, so that resizing scales the stroke. */
  points: z.string().min(1).max(MOST_INK),
  style: inkStyle,
})
export type Ink = z.infer<typeof ink>

/** Longest description of an image, in UTF-16 units. */
export const MOST_ALT = 2000

/** A picture, by the SHA-256 of its bytes, which are kept beside the document. */
export const image = z.object({
  ...base,
  kind: z.literal('image'),
  asset: z.string().regex(/^[0-9a-f]{64}$/),
  /** Width and height in pixels. */
  natural: z.tuple([z.number().int().min(1).max(100_000), z.number().int().min(1).max(100_000)]),
  /** What is to be seen in it, for those who cannot. */
  alt: z.string().max(MOST_ALT),
})
export type Image = z.infer<typeof image>

/** Height of a section's title, in page units; all that is left of a collapsed one. */
export const SECTION_HEAD = 48

/** A titled area that moves what lies in it. Its text is the title. */
export const section = z.object({
  ...base,
  ...texted,
  kind: z.literal('section'),
  style: sectionStyle,
  collapsed: z.literal(true).optional(),
})
/** `holds`, worked out whenever it changes: how many things a collapsed section hides. */
export type Section = z.infer<typeof section> & { readonly holds?: number }

/** A stamp or an emoji. On a shape, it moves with it, and counts as a vote for it. */
export const stamp = z.object({
  ...base,
  kind: z.literal('stamp'),
  emoji: z.string().min(1).max(32),
  on: shapeId.optional(),
})
export type Stamp = z.infer<typeof stamp>

/** The frames of all journeys of a story, in tracks. Its width and height follow from what it shows. */
export const storyboard = z.object({
  ...base,
  kind: z.literal('storyboard'),
  story: storyId,
  /** Figures are shown on the frames. */
  overlay: z.literal(true).optional(),
})
/** `layout` is worked out whenever something that it shows changes; nothing if there is no such story any more. */
export type Storyboard = z.infer<typeof storyboard> & { readonly layout?: StoryLayout }

/** A journey as a table: steps across, lanes down. Its width and height follow from what it shows. */
export const journeyMap = z.object({ ...base, kind: z.literal('map'), journey: journeyId })
/** `layout` is worked out whenever something that it shows changes; nothing if there is no such journey any more. */
export type JourneyMap = z.infer<typeof journeyMap> & { readonly layout?: MapLayout }
/** How people in pictures feel: from upset to delighted. */
export const MOODS = [-2, -1, 0, 1, 2] as const
export type Mood = (typeof MOODS)[number]
const mood = z.literal(MOODS)

/** A drawing of the built-in cast and props: a person, a place, a device or a thing. See `FIGURES`. */
export const figure = z.object({
  ...base,
  kind: z.literal('figure'),
  /** One that only a newer version can draw is kept, and something neutral is drawn in its place. */
  figure: z
    .string()
    .max(64)
    .regex(/^[a-z]+\.[a-zA-Z0-9-]+$/),
  style: figureStyle,
  /** Of people. */
  mood: mood.optional(),
  /** Of people: see `HAIRS`. Unknown hair is drawn as if nothing was said. */
  hair: z.string().min(1).max(32).optional(),
  /** As in a mirror: looks to the left. */
  flip: z.literal(true).optional(),
})
export type FigureShape = z.infer<typeof figure>

const stored = z.discriminatedUnion('kind', [
  note,
  plainText,
  form,
  connector,
  ink,
  image,
  section,
  stamp,
  storyboard,
  journeyMap,
  figure,
])
/** Everything that can lie on a board. Further kinds join this union. */
export const shape = stored.transform((value): Shape =>
  value.kind === 'connector' ? { ...value, path: [value.start.point, value.end.point] } : value,
)
/** All of them, by name. */
export const SHAPE_KINDS: readonly Shape['kind'][] = stored.options.map((option) => option.shape.kind.value)
/** The fields that each of them has. */
export const FIELDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  stored.options.map((option) => [option.shape.kind.value, new Set(Object.keys(option.shape))]),
)
export type Shape =
  | Note
  | PlainText
  | Form
  | Connector
  | Ink
  | Image
  | Section
  | Stamp
  | Storyboard
  | JourneyMap
  | FigureShape

/** The shapes that hold text which can be typed into. */
export type Texted = Extract<Shape, { text: string }>
export const hasText = (of: Shape): of is Texted => 'text' in of
/** Those that grow with their text. */
export type Grown = Extract<Shape, { grow: number }>
export const canGrow = (of: Shape): of is Grown => 'grow' in of

/** The shapes that have a colour of sticky notes: notes themselves, the ground of sections, what figures wear. */
export const hasNoteColor = (of: Shape): of is Note | Section | FigureShape =>
  of.kind === 'note' || of.kind === 'section' || of.kind === 'figure'

/** The text of a shape; nothing for those that have none. */
export const textOf = (of: Shape): string => (hasText(of) ? of.text : '')

/** The nearest geometry that a document may hold. */
export function limitGeometry([x, y, w, h, rotation]: Geometry): Geometry {
  const side = (value: number) => Math.min(MOST_EXTENT, Math.max(1, value))
  const place = (value: number) => Math.min(FARTHEST, Math.max(-FARTHEST, value))
  return [place(x), place(y), side(w), side(h), rotation % 360]
}

/** The box of a shape before it is turned about its middle: with what its text adds, or what folding takes away. */
export function frameOf(of: Shape): Box {
  const [x, y, w, h] = of.geometry
  if (canGrow(of)) return { x, y, w, h: h + of.grow }
  if (of.kind === 'section' && of.collapsed) return { x, y, w, h: Math.min(h, SECTION_HEAD) }
  return { x, y, w, h }
}

/** What a shape covers on its board, upright. */
export function boundsOf(of: Shape): Box {
  const frame = frameOf(of)
  if (of.kind === 'connector') return grow(frame, CONNECTOR_REACH)
  const rotation = of.geometry[4]
  return rotation === 0 ? frame : rotatedBounds(frame, rotation)
}

/** Room for a connector's heads and the swing of its line, in page units. */
const CONNECTOR_REACH = 12
