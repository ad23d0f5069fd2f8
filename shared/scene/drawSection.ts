import { center } from '../geometry/box.ts'
import { frameOf, type Section } from '../model/shape.ts'
import { drawText } from './drawText.ts'
import type { DrawOp, Look } from './ops.ts'
import { GROUND, STROKE } from './palette.ts'
import { COUNT_WIDTH, foldButton } from './sectionHead.ts'
import { textFont } from './paragraphs.ts'

const SECTION_RADIUS = 10
const COUNT_FONT = textFont(15, 600)

export function drawSection(section: Section, look: Look): readonly DrawOp[] {
  const ground = GROUND[look.theme][section.style.color]
  return [
    {
      op: 'rect',
      box: frameOf(section),
      radius: SECTION_RADIUS,
      fill: ground,
      stroke: { color: ground, width: 2 },
    },
    ...drawText(section, look),
    ...drawCount(section, look),
    drawFold(section, look),
  ]
}

/** How many things a collapsed section hides. */
function drawCount(section: Section, { theme }: Look): readonly DrawOp[] {
  if (!section.collapsed || section.holds === undefined) return []
  const { x, y, h } = foldButton(section)
  const box = { x: x - COUNT_WIDTH, y: y + (h - 24) / 2, w: COUNT_WIDTH, h: 24 }
  const [cx, cy] = center(box)
  return [
    { op: 'rect', box, radius: 12, fill: GROUND[theme].grey },
    {
      op: 'text',
      at: [cx, cy + 5.4],
      line: section.holds > 999 ? '999+' : `${section.holds}`,
      font: COUNT_FONT,
      fill: STROKE[theme].ink,
      direction: 'ltr',
    },
  ]
}

/** Points to where the content goes: up into the title, or down out of it. */
function drawFold(section: Section, { theme }: Look): DrawOp {
  const [x, y] = center(foldButton(section))
  const tip = section.collapsed ? 3 : -3
  return {
    op: 'path',
    d: `M${x - 6} ${y - tip}L${x} ${y + tip}L${x + 6} ${y - tip}`,
    stroke: { color: STROKE[theme].grey, width: 2 },
  }
}
