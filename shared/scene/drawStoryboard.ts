import type { Box } from '../geometry/box.ts'
import { STORY, type StoryFrame, type StoryLayout } from '../journey/storyLayout.ts'
import type { Storyboard } from '../model/shape.ts'
import { drawLabel } from './drawLabel.ts'
import { JOURNEY_LINE, JOURNEY_SHEET } from './drawMap.ts'
import { journeyName, personaName, stageName, stepName } from './journeyNames.ts'
import type { DrawOp, Look } from './ops.ts'
import { GROUND, SHEET, STROKE } from './palette.ts'

/** A storyboard, without what is drawn in its frames, which are shapes of their own. */
export function drawStoryboard(board: Storyboard, look: Look): readonly DrawOp[] {
  const [x, y, w, h] = board.geometry
  const sheet: DrawOp = {
    op: 'rect',
    box: { x, y, w, h },
    radius: 8,
    fill: JOURNEY_SHEET[look.theme],
    stroke: { color: JOURNEY_LINE[look.theme], width: 1 },
  }
  if (!board.layout) return [sheet]
  const at = (box: Box): Box => ({ ...box, x: box.x + x, y: box.y + y })
  return [sheet, ...drawStages(board.layout, at, look), ...drawRows(board.layout, at, look)]
}

type Place = (box: Box) => Box

function drawStages({ stages }: StoryLayout, at: Place, look: Look): readonly DrawOp[] {
  return stages.flatMap(({ stage, box }) => [
    { op: 'rect' as const, box: at(box), radius: 6, fill: GROUND[look.theme].grey },
    ...drawLabel(
      {
        text: stageName(stage, look.words),
        box: inset(at(box), 10),
        size: 16,
        weight: 600,
        color: STROKE[look.theme].ink,
      },
      look,
    ),
  ])
}

function drawRows({ rows, w, rtl }: StoryLayout, at: Place, look: Look): readonly DrawOp[] {
  return rows.flatMap(({ track, y, h, frames }) => [
    ...drawLabel(
      {
        text: personaName(track.actor, look.words) || journeyName(track.journey, look.words),
        box: inset(at({ x: rtl ? w - STORY.trackHead : 0, y, w: STORY.trackHead, h }), 10),
        size: 16,
        weight: 600,
        color: STROKE[look.theme].ink,
      },
      look,
    ),
    ...frames.flatMap((frame) => drawFrame(frame, at, look)),
  ])
}

function drawFrame({ step, number, box, picture }: StoryFrame, at: Place, look: Look): readonly DrawOp[] {
  const line = { color: JOURNEY_LINE[look.theme], width: 1 }
  const below = picture.y + picture.h
  const words = { x: picture.x, w: picture.w }
  return [
    { op: 'rect', box: at(box), radius: 8, fill: JOURNEY_SHEET[look.theme], stroke: line },
    { op: 'rect', box: at(picture), radius: 4, fill: SHEET, stroke: line },
    ...drawLabel(
      {
        text: stepName(step, number, look.words),
        box: at({ ...words, y: below, h: STORY.titleLine }),
        size: 15,
        weight: 600,
        color: STROKE[look.theme].ink,
      },
      look,
    ),
    ...drawLabel(
      {
        text: step.caption,
        box: at({ ...words, y: below + STORY.titleLine, h: STORY.caption }),
        size: 14,
        vertical: 'top',
        color: STROKE[look.theme].ink,
      },
      look,
    ),
  ]
}

const inset = ({ x, y, w, h }: Box, by: number): Box => ({ x: x + by, y, w: w - 2 * by, h })
