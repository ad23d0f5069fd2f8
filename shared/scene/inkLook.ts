import type { Ink } from '../model/shape.ts'
import type { StrokeWidth } from '../model/style.ts'
import { LINE_WIDTH } from './line.ts'

/** How much pressure changes the width of a pen's line: 0 not at all, 1 from nothing to double. */
export const THINNING: Readonly<Record<Ink['tool'], number>> = { pen: 0.6, highlighter: 0 }
/** How much of what lies under it a stroke hides. */
export const INK_OPACITY: Readonly<Record<Ink['tool'], number>> = { pen: 1, highlighter: 0.35 }

const SCALE: Readonly<Record<Ink['tool'], number>> = { pen: 1.4, highlighter: 5 }

/** Width of a stroke pressed half-way, in page units. */
export const inkSize = (tool: Ink['tool'], width: StrokeWidth): number => LINE_WIDTH[width] * SCALE[tool]

/** Half the width of a stroke where it is pressed so hard (0 to 1), as share of its size. */
export const inkRadius = (tool: Ink['tool'], pressure: number): number =>
  0.5 - THINNING[tool] * (0.5 - pressure)
