import type { Box } from '../geometry/box.ts'
import type { StoryLayout } from '../journey/storyLayout.ts'
import { STORY } from '../journey/storySizes.ts'
import type { Storyboard } from '../model/shape.ts'
import type { FrameContext } from './drawFrame.ts'
import { drawnFrame } from './drawnFrames.ts'
import { drawLabel } from './drawLabel.ts'
import { JOURNEY_LINE, JOURNEY_SHEET } from './drawMap.ts'
import { drawStage, drawTitle, drawTrackHead, type Place } from './drawStoryHeads.ts'
import type { DrawOp, Look } from './ops.ts'
import { STORY_COLORS } from './storyColors.ts'
import { drawPlace } from './storyMarks.ts'

/** A storyboard, without what is drawn in its frames, which are shapes of their own. */
export function drawStoryboard(board: Storyboard, look: Look): readonly DrawOp[] {
  const [x, y, w, h] = board.geometry
  const sheet: DrawOp = {
    op: 'rect',
    box: { x, y, w, h },
    radius: 14,
    fill: JOURNEY_SHEET[look.theme],
    stroke: { color: JOURNEY_LINE[look.theme], width: 1.5 },
  }
  const { layout } = board
  if (!layout) return [sheet]
  const at: Place = (box) => ({ ...box, x: box.x + x, y: box.y + y })
  const title = { x: x + STORY.padding, y, w: w - 2 * STORY.padding, h: STORY.title }
  return [
    sheet,
    ...drawTitle(layout.input, title, look),
    ...layout.stages.flatMap((stage, index) => drawStage(stage, { index, rtl: layout.rtl }, at, look)),
    ...drawRows(layout, at, look),
    ...(look.places ? drawPlaces(layout, at, look) : []),
    ...drawLesson(layout, at, look),
  ]
}

function drawRows({ input, rows, rtl }: StoryLayout, at: Place, look: Look): readonly DrawOp[] {
  const context: FrameContext = { input, rtl, someServed: input.served.size > 0 }
  return rows.flatMap((row) => [
    ...drawTrackHead(row, at, look),
    ...row.frames.map((frame) => drawnFrame({ ...frame, box: at(frame.box) }, context, look)),
  ])
}

/** Where the next frame, stage or track would be. */
function drawPlaces(
  { rows, nextStage, nextTrack, stages }: StoryLayout,
  at: Place,
  look: Look,
): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  const words = look.words?.t
  const first = stages.length === 0 ? (words?.('frame.addStage') ?? '') : ''
  return [
    ...rows.flatMap(({ ends }) =>
      ends.flatMap(({ box }) => drawPlace(at(box), words?.('frame.add') ?? '', colors, look)),
    ),
    ...drawPlace(at(inner(nextStage)), first, colors, look),
    ...drawPlace(at(nextTrack), words?.('frame.addTrack') ?? '', colors, look),
  ]
}

const inner = ({ x, y, w, h }: Box): Box => ({ x, y: y + 2, w, h: h - 4 })

/** A storyboard without a frame says how to begin. */
function drawLesson({ input, rows, stages, w, rtl }: StoryLayout, at: Place, look: Look): readonly DrawOp[] {
  const [row] = rows
  if (!row || input.stages.length > 0 || stages.length > 0 || !look.words) return []
  const colors = STORY_COLORS[look.theme]
  const start = STORY.padding + STORY.trackHead + STORY.gap
  const x = rtl ? STORY.padding : start
  const box = at({ x, y: row.y, w: w - start - STORY.padding, h: row.h })
  const middle = box.y + box.h / 2
  const { t } = look.words
  return [
    { op: 'rect', box, radius: 12, fill: colors.ground },
    ...drawLabel(
      {
        text: t('frame.lessonTitle'),
        box: { ...box, y: middle - 70, h: 30 },
        size: 20,
        weight: 700,
        align: 'center',
        color: colors.text,
      },
      look,
    ),
    ...drawLabel(
      {
        text: t('frame.lesson'),
        box: { x: box.x + 60, y: middle - 28, w: box.w - 120, h: 120 },
        size: 16,
        align: 'center',
        vertical: 'top',
        color: colors.muted,
      },
      look,
    ),
  ]
}
