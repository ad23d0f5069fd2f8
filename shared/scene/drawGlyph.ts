import type { Box } from '../geometry/box.ts'
import { GLYPHS, type Glyph } from './glyphs.ts'
import type { DrawOp } from './ops.ts'

/** Side of the square in which glyphs are given. */
const SIDE = 24

/** A small sign in a box, drawn with lines. Page units. */
export function drawGlyph(glyph: Glyph, box: Box, color: string, width = 1.6): DrawOp {
  return { op: 'path', d: placed(GLYPHS[glyph], box), stroke: { color, width } }
}

/** The path of a glyph, as large as the box and where it is. */
function placed(d: string, { x, y, w, h }: Box): string {
  const scale = Math.min(w, h) / SIDE
  const [dx, dy] = [x + (w - SIDE * scale) / 2, y + (h - SIDE * scale) / 2]
  let turn = 0
  return d.replaceAll(/-?[\d.]+/g, (value) => {
    const at = Number(value) * scale + (turn++ % 2 === 0 ? dx : dy)
    return `${Math.round(at * 100) / 100}`
  })
}
