import type { Box } from '../geometry/box.ts'
import { drawLabel } from './drawLabel.ts'
import type { DrawOp, Look } from './ops.ts'
import { STORY_COLORS } from './storyColors.ts'
import { hatching } from './storyMarks.ts'

/** Where nothing is done today: an answer, and one that shows. `inner` is where its words stand. */
export function drawHole(box: Box, inner: Box, rtl: boolean, look: Look): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  return [
    ...hatching(box, colors.hatch, rtl),
    { op: 'rect', box, radius: 6, stroke: { color: colors.hole, width: 1.25, dash: [5, 4] } },
    ...drawLabel(
      {
        text: look.words?.t('frame.hole') ?? '',
        box: inner,
        size: 13,
        weight: 550,
        align: 'center',
        color: colors.hole,
      },
      look,
    ),
  ]
}
