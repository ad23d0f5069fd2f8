import { frameOf, type Section } from '../model/shape.ts'
import { drawText } from './drawText.ts'
import type { DrawOp, Look } from './ops.ts'
import { GROUND } from './palette.ts'

const SECTION_RADIUS = 10

export function drawSection(section: Section, look: Look): readonly DrawOp[] {
  const box = frameOf(section)
  return [
    {
      op: 'rect',
      box,
      radius: SECTION_RADIUS,
      fill: GROUND[look.theme][section.style.color],
      stroke: { color: GROUND[look.theme][section.style.color], width: 2 },
    },
    ...drawText(section, look),
  ]
}
