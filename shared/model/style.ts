import { z } from 'zod'
import { inkColor, noteColor } from './color.ts'

/** Smallest and largest size of text that can be chosen, in page units. */
export const LEAST_FONT = 6
export const MOST_FONT = 400

export const ALIGNMENTS = ['start', 'center', 'end'] as const
export const alignment = z.enum(ALIGNMENTS)
export type Alignment = z.infer<typeof alignment>

/** `auto`: each paragraph goes by its first strong letter. */
export const TEXT_DIRECTIONS = ['auto', 'ltr', 'rtl'] as const
export const textDirection = z.enum(TEXT_DIRECTIONS)
export type TextDirection = z.infer<typeof textDirection>

/** How text is set, wherever there is some. Without `font` notes and forms fit their text. */
const textStyle = {
  /** Page units. */
  font: z.number().min(LEAST_FONT).max(MOST_FONT).optional(),
  align: alignment.optional(),
  direction: textDirection.optional(),
}

export const STROKE_WIDTHS = ['thin', 'medium', 'thick'] as const
export const strokeWidth = z.enum(STROKE_WIDTHS)
export type StrokeWidth = z.infer<typeof strokeWidth>

export const DASHES = ['solid', 'dashed', 'dotted'] as const
export const dash = z.enum(DASHES)
export type Dash = z.infer<typeof dash>

/** A fill is a tint of an ink colour, or nothing. */
export const fill = z.union([z.literal('none'), inkColor])
export type Fill = z.infer<typeof fill>

export const ROUTES = ['straight', 'elbow', 'curved'] as const
export const route = z.enum(ROUTES)
export type Route = z.infer<typeof route>

export const HEADS = ['none', 'arrow', 'triangle', 'dot'] as const
export const head = z.enum(HEADS)
export type Head = z.infer<typeof head>

const line = { stroke: inkColor, width: strokeWidth, dash }

export const noteStyle = z.object({ color: noteColor, ...textStyle })
export const plainTextStyle = z.object({
  color: inkColor,
  ...textStyle,
  font: z.number().min(LEAST_FONT).max(MOST_FONT),
})
export const formStyle = z.object({ ...line, fill, ...textStyle })
export const connectorStyle = z.object({ ...line, route, startHead: head, endHead: head })
export const inkStyle = z.object({ color: inkColor, width: strokeWidth })
export const sectionStyle = z.object({ color: noteColor })
export const figureStyle = z.object({ color: noteColor })

/** The part of a style that sets text. */
export interface TextStyle {
  readonly font?: number | undefined
  readonly align?: Alignment | undefined
  readonly direction?: TextDirection | undefined
}
