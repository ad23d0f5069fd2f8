import type { Dash, StrokeWidth } from '../model/style.ts'
import type { InkColor } from '../model/color.ts'
import type { Stroke, Theme } from './ops.ts'
import { STROKE } from './palette.ts'

/** Widths of lines, page units. */
export const LINE_WIDTH: Readonly<Record<StrokeWidth, number>> = { thin: 2, medium: 4, thick: 7 }

interface LineStyle {
  readonly stroke: InkColor
  readonly width: StrokeWidth
  readonly dash: Dash
}

/** A line style as a stroke. */
export function strokeOf({ stroke, width, dash }: LineStyle, theme: Theme): Stroke {
  const size = LINE_WIDTH[width]
  const lengths = { solid: undefined, dashed: [size * 3, size * 2.5], dotted: [0.1, size * 2.2] }[dash]
  return { color: STROKE[theme][stroke], width: size, ...(lengths && { dash: lengths }) }
}
