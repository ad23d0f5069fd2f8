import type { Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'
import type { JourneyId, StageId, StepId } from './ids.ts'
import type { StoryFrame, StoryLayout, StoryRow, StoryStage } from './storyLayout.ts'
import { STORY } from './storySizes.ts'

/** A place in a track that frames can be put in. */
export interface FrameSpot {
  readonly stage: StageId
  /** The frame they come before; nothing for the end of the stage. */
  readonly before: StepId | undefined
  /** The line that shows it. Page units, from the storyboard's top-left corner. */
  readonly line: Box
}

/**
 * Where frames of a journey's track would come if they were let go at a point, which is given from the storyboard's
 * top-left corner. They stay in their track, however far above or below it the point is. Nothing where they are already.
 */
export function frameSpotAt(
  layout: StoryLayout,
  journey: JourneyId,
  [x]: Vec,
  moved: ReadonlySet<StepId>,
): FrameSpot | undefined {
  const row = layout.rows.find(({ track }) => track.journey.id === journey)
  const at = stageNear(layout, x)
  if (!row || !at?.stage) return undefined
  const stage = at.stage.id
  const frames = row.frames.filter(({ step }) => step.stage === stage)
  const stay = frames.filter(({ step }) => !moved.has(step.id))
  const next = stay.find(({ box }) => isPast(layout, x, box))
  if (isThere(row, stage, moved, next?.step.id)) return undefined
  return { stage, before: next?.step.id, line: lineBefore(layout, row, at, frames, next) }
}

/** Is a place before the middle of a box, as the story goes? */
const isPast = ({ rtl }: StoryLayout, x: number, { x: left, w }: Box): boolean =>
  rtl ? x > left + w / 2 : x < left + w / 2

function stageNear({ stages }: StoryLayout, x: number): StoryStage | undefined {
  const distance = ({ box }: StoryStage) => Math.max(box.x - x, x - box.x - box.w, 0)
  return stages.filter(({ stage }) => stage !== undefined).toSorted((a, b) => distance(a) - distance(b))[0]
}

/** Would the track be the same as it is? */
function isThere(
  { track }: StoryRow,
  stage: StageId,
  moved: ReadonlySet<StepId>,
  before: StepId | undefined,
): boolean {
  const own = track.steps.filter((step) => step.stage === stage).map(({ id }) => id)
  const moving = track.steps.filter(({ id }) => moved.has(id))
  if (moving.some((step) => step.stage !== stage)) return false
  const stay = own.filter((id) => !moved.has(id))
  const at = before === undefined ? stay.length : stay.indexOf(before)
  const after = [...stay.slice(0, at), ...moving.map(({ id }) => id), ...stay.slice(at)]
  return after.every((id, index) => id === own[index])
}

function lineBefore(
  { rtl }: StoryLayout,
  row: StoryRow,
  at: StoryStage,
  frames: readonly StoryFrame[],
  next: StoryFrame | undefined,
): Box {
  const upright = { y: row.y, w: 4, h: row.h }
  const last = frames.at(-1)
  if (at.collapsed) return { ...upright, x: at.box.x + at.box.w / 2 - 2 }
  const edge = next ?? last
  if (!edge) return { ...upright, x: rtl ? at.box.x + at.box.w - STORY.margin - 4 : at.box.x + STORY.margin }
  const { x, w } = edge.box
  const isAfter = next === undefined
  const side = isAfter === rtl ? x - STORY.gap / 2 : x + w + STORY.gap / 2
  return { ...upright, x: side - 2 }
}
