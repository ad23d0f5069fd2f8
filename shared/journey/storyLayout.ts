import type { Box } from '../geometry/box.ts'
import { groupBy } from '../util/groupBy.ts'
import type { Channel, Journey, Metric, Persona, Stage, Step } from './entities.ts'
import { frameHeight, pictureIn } from './frameParts.ts'
import type { StepId } from './ids.ts'
import { STORY } from './storySizes.ts'

export interface StoryTrack {
  readonly journey: Journey
  readonly actor: Persona | undefined
  /** In order, stage by stage. */
  readonly steps: readonly Step[]
}

/** What serves a step: opportunities and pain points that name it. */
export interface Served {
  readonly opportunities: number
  readonly pains: number
}

/** All that a storyboard shows. Everything is in order already. */
export interface StoryInput {
  readonly stages: readonly Stage[]
  readonly tracks: readonly StoryTrack[]
  readonly channels: readonly Channel[]
  readonly metrics: readonly Metric[]
  readonly served: ReadonlyMap<StepId, Served>
  /** Figures are shown on frames. */
  readonly overlay: boolean
  readonly name: string
}

export interface StoryFrame {
  readonly step: Step
  /** 1 for the first of its track. */
  readonly number: number
  readonly box: Box
  /** Where the picture is: what is drawn in it is stored from its top-left corner. */
  readonly picture: Box
}

export interface StoryStage {
  /** Nothing for steps whose stage is gone. */
  readonly stage: Stage | undefined
  /** Its head. */
  readonly box: Box
  /** The ground on which its frames lie, below its head. */
  readonly ground: Box
  readonly collapsed: boolean
  readonly holds: number
}

export interface StoryRow {
  readonly track: StoryTrack
  readonly y: number
  readonly h: number
  /** Where it says whose track it is. */
  readonly head: Box
  readonly frames: readonly StoryFrame[]
  /** Where the next frame of a stage would be: one for each stage that is open, as wide as a frame where there is room. */
  readonly ends: readonly StoryEnd[]
}

export interface StoryEnd {
  readonly stage: Stage
  readonly box: Box
}

/** Where everything of a storyboard is: page units, from its top-left corner. */
export interface StoryLayout {
  readonly input: StoryInput
  readonly w: number
  readonly h: number
  readonly rtl: boolean
  readonly stages: readonly StoryStage[]
  readonly rows: readonly StoryRow[]
  /** Where the next stage would be, and the next track. */
  readonly nextStage: Box
  readonly nextTrack: Box
  /** The pictures, by step. */
  readonly pictures: ReadonlyMap<StepId, Box>
  /** Steps whose frames are out of sight, in a collapsed stage. */
  readonly hidden: ReadonlySet<StepId>
}

/** The full layout of a storyboard. Pure; takes time by the number of frames. */
export function layOutStory(input: StoryInput): StoryLayout {
  const height = frameHeight(input.overlay)
  const known = new Set(input.stages.map(({ id }) => id))
  const byTrack = input.tracks.map(({ steps }) =>
    groupBy(steps, ({ stage }) => (known.has(stage) ? stage : undefined)),
  )
  const strays = byTrack.some((groups) => groups.has(undefined))
  const rows = input.tracks.map((track, index) => startRow(track, index, height))
  const last = rows.at(-1)
  const bottom = last ? last.y + last.h + STORY.margin : TOP + STORY.margin
  const stages: StoryStage[] = []
  const hidden = new Set<StepId>()
  let x: number = STORY.padding + STORY.trackHead + STORY.gap
  for (const stage of [...input.stages, ...(strays ? [undefined] : [])]) {
    const own = byTrack.map((groups) => groups.get(stage?.id) ?? [])
    const placed = placeStage(stage, own, x, bottom)
    stages.push(placed)
    for (const [track, steps] of own.entries()) {
      const row = rows[track]
      if (row && !placed.collapsed) fillRow(row, placed, steps)
      else for (const { id } of steps) hidden.add(id)
    }
    x += placed.box.w + STORY.gap
  }
  const w = Math.max(x + STORY.end + STORY.padding, LEAST_WIDTH)
  const layout = {
    input,
    w,
    h: bottom + NEXT + STORY.padding,
    rtl: input.tracks[0]?.journey.direction === 'rtl',
    stages,
    rows,
    hidden,
    nextStage: { x, y: STORY.title, w: stages.length > 0 ? STORY.end : EMPTY, h: STORY.stageHead },
    nextTrack: { x: STORY.padding, y: bottom + 4, w: STORY.trackHead, h: NEXT - 4 },
  }
  return withPictures(layout.rtl ? mirrored(layout) : layout)
}

/** Where the tracks begin, below the heads of the stages. */
const TOP = STORY.title + STORY.stageHead + STORY.margin
/** Room below the last track, in which the next one is added. */
const NEXT = 40
/** How wide what stands for the first stage is. */
const EMPTY = 220
/** A storyboard without a stage says how to begin. */
const LEAST_WIDTH = STORY.padding + STORY.trackHead + STORY.gap + 2 * STORY.frame + 3 * STORY.gap

/** From one frame to the next. */
const EACH = STORY.frame + STORY.gap

interface FilledRow extends StoryRow {
  readonly frames: StoryFrame[]
  readonly ends: StoryEnd[]
  /** 1 for the first step of the track. */
  readonly numbers: ReadonlyMap<Step, number>
}

function startRow(track: StoryTrack, index: number, h: number): FilledRow {
  const y = TOP + index * (h + STORY.gap)
  const head = { x: STORY.padding, y, w: STORY.trackHead, h }
  const numbers = new Map(track.steps.map((step, at) => [step, at + 1]))
  return { track, y, h, head, frames: [], ends: [], numbers }
}

/** A stage without frames is as wide as one. */
function placeStage(
  stage: Stage | undefined,
  own: readonly (readonly Step[])[],
  x: number,
  bottom: number,
): StoryStage {
  const most = own.reduce((longest, { length }) => Math.max(longest, length), 0)
  const holds = own.reduce((sum, { length }) => sum + length, 0)
  const collapsed = stage?.collapsed === true
  const inside = most === 0 ? STORY.frame : most * EACH - STORY.gap + (stage ? STORY.gap + STORY.end : 0)
  const w = collapsed ? STORY.collapsed : inside + 2 * STORY.margin
  const top = STORY.title + STORY.stageHead
  return {
    stage,
    box: { x, y: STORY.title, w, h: STORY.stageHead },
    ground: { x, y: top, w, h: bottom - top },
    collapsed,
    holds,
  }
}

/** Puts the frames of one stage into a track, and room for the next one after them. */
function fillRow(row: FilledRow, { stage, box }: StoryStage, steps: readonly Step[]): void {
  const left = box.x + STORY.margin
  for (const [index, step] of steps.entries()) {
    const frame = { x: left + index * EACH, y: row.y, w: STORY.frame, h: row.h }
    row.frames.push({ step, number: row.numbers.get(step) ?? 0, box: frame, picture: pictureIn(frame) })
  }
  if (!stage) return
  const x = left + steps.length * EACH
  const room = box.x + box.w - STORY.margin - x
  row.ends.push({ stage, box: { x, y: row.y, w: Math.min(STORY.frame, room), h: row.h } })
}

type Frameless = Omit<StoryLayout, 'pictures'>

const withPictures = (layout: Frameless): StoryLayout => ({
  ...layout,
  pictures: new Map(
    layout.rows.flatMap(({ frames }) => frames.map(({ step, picture }) => [step.id, picture] as const)),
  ),
})

/** Time goes to the left. What is drawn in the pictures is not mirrored. */
function mirrored(layout: Frameless): Frameless {
  const flip = (box: Box): Box => ({ ...box, x: layout.w - box.x - box.w })
  return {
    ...layout,
    nextStage: flip(layout.nextStage),
    nextTrack: flip(layout.nextTrack),
    stages: layout.stages.map((stage) => ({ ...stage, box: flip(stage.box), ground: flip(stage.ground) })),
    rows: layout.rows.map((row) => ({
      ...row,
      head: flip(row.head),
      frames: row.frames.map((frame) => ({ ...frame, box: flip(frame.box), picture: flip(frame.picture) })),
      ends: row.ends.map((end) => ({ ...end, box: flip(end.box) })),
    })),
  }
}
