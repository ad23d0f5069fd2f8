import type { Link } from '../journey/entities.ts'
import type { StepId } from '../journey/ids.ts'
import { MAP, type MapLayout } from '../journey/mapLayout.ts'
import { drawLabel } from './drawLabel.ts'
import { stepColumns } from './stepColumns.ts'
import { MAP_COLORS } from './mapColors.ts'
import type { DrawOp, Look } from './ops.ts'
import { textFont } from './paragraphs.ts'
import { STORY_COLORS } from './storyColors.ts'

/** How high an arrow between steps rises above their heads, page units. */
const RISE = 46

/** Branches and loops: arrows over the heads of the steps. */
export function drawLinks(layout: MapLayout, look: Look): readonly DrawOp[] {
  if (layout.input.links.length === 0) return []
  const middles = new Map(stepColumns(layout).map(({ step, x, w }) => [step.id, x + w / 2]))
  return layout.input.links.flatMap((link) => drawLink(link, middles, look))
}

function drawLink(
  { from, to, label }: Link,
  middles: ReadonlyMap<StepId, number>,
  look: Look,
): readonly DrawOp[] {
  const [a, b] = [middles.get(from), middles.get(to)]
  if (a === undefined || b === undefined || a === b) return []
  const colors = MAP_COLORS[look.theme]
  const y = MAP.title + MAP.stageHead + 8
  const way = Math.sign(b - a)
  const [x0, x1] = [a + way * 14, b - way * 14]
  const swing = Math.min(60, Math.abs(x1 - x0) / 3)
  const top = y - RISE
  const stroke = { color: colors.path, width: 2 }
  return [
    {
      op: 'path',
      d: `M${x0} ${y}C${x0 + way * swing * 0.4} ${top} ${x1 - way * swing * 0.4} ${top} ${x1} ${y}`,
      stroke,
    },
    { op: 'path', d: `M${x1 - 7} ${y - 8}L${x1} ${y}L${x1 + 7} ${y - 8}`, stroke },
    ...drawLinkLabel(label, (x0 + x1) / 2, y - RISE * 0.75, look),
  ]
}

function drawLinkLabel(text: string, x: number, y: number, look: Look): readonly DrawOp[] {
  if (text === '') return []
  const w = Math.min(180, look.measure(text, textFont(12, 600)) + 18)
  const box = { x: x - w / 2, y: y - 10, w, h: 20 }
  const { sheet, path } = MAP_COLORS[look.theme]
  return [
    { op: 'rect', box, radius: 10, fill: sheet, stroke: { color: path, width: 1.25 } },
    ...drawLabel(
      {
        text,
        box: { ...box, x: box.x + 6, w: w - 12 },
        size: 12,
        weight: 600,
        align: 'center',
        color: STORY_COLORS[look.theme].text,
      },
      look,
    ),
  ]
}
