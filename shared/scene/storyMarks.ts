import { center, type Box } from '../geometry/box.ts'
import { drawGlyph } from './drawGlyph.ts'
import { drawLabel } from './drawLabel.ts'
import type { Glyph } from './glyphs.ts'
import type { DrawOp, Look } from './ops.ts'
import { textFont } from './paragraphs.ts'
import type { StoryColors } from './storyColors.ts'

export interface Chip {
  readonly text: string
  readonly glyph: Glyph
  /** Another sign after the words. */
  readonly last?: Glyph | undefined
  /** The most room it takes, page units. */
  readonly box: Box
  readonly color: string
  /** Its ground; without, there is only the sign and the words. */
  readonly fill?: string
  readonly rtl: boolean
  /** Takes all the room it has. */
  readonly whole?: true
}

const FONT = 12.5
const SIGN = 15
const SIDE = 8
const GAP = 5

/** A sign and a word or two, on a ground as wide as they are; nothing without words. */
export function drawChip(chip: Chip, look: Look): readonly DrawOp[] {
  const { text, glyph, last, box, color, fill, rtl, whole } = chip
  if (text === '' && !fill) return []
  const pad = fill === undefined ? 0 : SIDE
  const signs = SIGN + GAP + (last ? SIGN + GAP : 0)
  const room = box.w - 2 * pad - signs
  const words = text === '' ? -GAP : Math.min(room, look.measure(text, textFont(FONT, 550)) + 2)
  const w = whole ? box.w : words + 2 * pad + signs
  /** A box so far into the chip, from where it begins. */
  const along = (from: number, length: number, h: number): Box => ({
    x: rtl ? box.x + box.w - from - length : box.x + from,
    y: box.y + (box.h - h) / 2,
    w: length,
    h,
  })
  const inner = whole ? room : words
  return [
    ...(fill === undefined
      ? []
      : [{ op: 'rect' as const, box: along(0, w, box.h), radius: box.h / 2, fill }]),
    drawGlyph(glyph, along(pad, SIGN, SIGN), color),
    ...drawLabel({ text, box: along(pad + SIGN + GAP, inner, box.h), size: FONT, weight: 550, color }, look),
    ...(last ? [drawGlyph(last, along(w - pad - SIGN, SIGN, SIGN), color)] : []),
  ]
}

/** The star of a key moment: filled if it is one. */
export function drawStar(box: Box, filled: boolean, colors: StoryColors): DrawOp {
  const [x, y] = center(box)
  const r = Math.min(box.w, box.h) / 2 - 2
  const corners = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? r : r * 0.46
    const turn = (index * Math.PI) / 5 - Math.PI / 2
    return `${round(x + reach * Math.cos(turn))} ${round(y + reach * Math.sin(turn))}`
  })
  const color = filled ? colors.star : colors.faint
  return {
    op: 'path',
    d: `M${corners.join('L')}Z`,
    ...(filled && { fill: color }),
    stroke: { color, width: filled ? 2 : 1.4 },
  }
}

/** Slanted lines over a box. */
export function hatching({ x, y, w, h }: Box, color: string, rtl: boolean): readonly DrawOp[] {
  const step = 9
  const lines: string[] = []
  for (let at = step; at < w + h; at += step) {
    const from = Math.max(0, at - h)
    const to = Math.min(w, at)
    const place = (along: number) => round(rtl ? x + w - along : x + along)
    lines.push(`M${place(from)} ${round(y + at - from)}L${place(to)} ${round(y + at - to)}`)
  }
  return [{ op: 'path', d: lines.join(''), stroke: { color, width: 1.5 } }]
}

/** A place where something can be added: a plus in dashes, and what it adds where there is room for words. */
export function drawPlace(box: Box, text: string, colors: StoryColors, look: Look): readonly DrawOp[] {
  const [x, y] = center(box)
  const wide = box.w > 120 && text !== ''
  const sign = { x: x - 9, y: wide && box.h > 60 ? y - 24 : y - 9, w: 18, h: 18 }
  const outline: DrawOp = {
    op: 'rect',
    box,
    radius: 8,
    stroke: { color: colors.faint, width: 1.25, dash: [5, 5] },
  }
  if (!wide) return [outline, drawGlyph('add', sign, colors.muted, 2)]
  if (box.h > 60)
    return [
      outline,
      drawGlyph('add', sign, colors.muted, 2),
      ...drawLabel(
        {
          text,
          box: { ...box, y: y + 2, h: 24 },
          size: 14,
          weight: 550,
          align: 'center',
          color: colors.muted,
        },
        look,
      ),
    ]
  return [
    outline,
    ...drawLabel(
      { text: `+ ${text}`, box, size: 14, weight: 550, align: 'center', color: colors.muted },
      look,
    ),
  ]
}

const round = (value: number): number => Math.round(value * 100) / 100
