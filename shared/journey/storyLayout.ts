import type { Box } from '../geometry/box.ts'
import { groupBy } from '../util/groupBy.ts'
import type { Channel, Journey, Metric, Persona, Stage, Step } from './entities.ts'
import type { StepId } from './ids.ts'

/** Sizes of a storyboard, in page units. */
export const STORY = {
  title: 56,
  stageHead: 44,
  /** The column in which tracks say whose they are. */
  trackHead: 120,
  frame: 300,
  /** The picture, at the top of a frame. */
  picture: [280, 168],
  inset: 10,
  titleLine: 30,
  caption: 62,
  facts: 34,
  today: 62,
  overlay: 64,
  gap: 20,
  padding: 20,
} as const

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
  readonly box: Box
  readonly collapsed: boolean
  readonly holds: number
}

export interface StoryRow {
  readonly track: StoryTrack
  readonly y: number
  readonly h: number
  readonly frames: readonly StoryFrame[]
  /** Where the next frame of a stage would be: one for each stage that is open. */
  readonly ends: readonly { readonly stage: Stage; readonly box: Box }[]
}

/** Where everything of a storyboard is: page units, from its top-left corner. */
export interface StoryLayout {
  readonly input: StoryInput
  readonly w: number
  readonly h: number
  readonly rtl: boolean
  readonly stages: readonly StoryStage[]
  readonly rows: readonly StoryRow[]
  /** Top-left corners of the pictures, by step. */
  readonly pictures: ReadonlyMap<StepId, Box>
  /** Steps whose frames are out of sight, in a collapsed stage. */
  readonly hidden: ReadonlySet<StepId>
}

/** How tall a frame is, page units. */
export const frameHeight = (overlay: boolean): number =>
  STORY.inset +
  STORY.picture[1] +
  STORY.titleLine +
  STORY.caption +
  STORY.facts +
  STORY.today +
  STORY.inset +
  (overlay ? STORY.overlay : 0)

/** Room at the end of a stage, in which the next frame is added, page units. */
const END = 44

/** The full layout of a storyboard. Pure; takes time by the number of frames. */
export function layOutStory(input: StoryInput): StoryLayout {
  const { tracks } = input
  const rtl = tracks[0]?.journey.direction === 'rtl'
  const known = new Set(input.stages.map(({ id }) => id))
  const byTrack = tracks.map(({ steps }) =>
    groupBy(steps, ({ stage }) => (known.has(stage) ? stage : undefined)),
  )
  const strays = byTrack.some((groups) => groups.has(undefined))
  const each = STORY.frame + STORY.gap
  const height = frameHeight(input.overlay)
  const stages: StoryStage[] = []
  const rows = tracks.map((track, index) => ({
    track,
    y: STORY.title + STORY.stageHead + STORY.padding + index * (height + STORY.gap),
    h: height,
    frames: [] as StoryFrame[],
    ends: [] as { stage: Stage; box: Box }[],
  }))
  const hidden = new Set<StepId>()
  let x: number = STORY.trackHead + STORY.padding
  for (const stage of [...input.stages, ...(strays ? [undefined] : [])]) {
    const own = byTrack.map((groups) => groups.get(stage?.id) ?? [])
    const most = Math.max(0, ...own.map(({ length }) => length))
    const holds = own.reduce((sum, { length }) => sum + length, 0)
    const collapsed = stage?.collapsed === true
    const w = collapsed ? 56 : most * each + (stage ? END : 0)
    stages.push({ stage, box: { x, y: STORY.title, w, h: STORY.stageHead }, collapsed, holds })
    own.forEach((steps, track) => {
      const row = rows[track]
      if (!row) return
      if (collapsed) for (const { id } of steps) hidden.add(id)
      else
        for (const [index, step] of steps.entries()) {
          const box = { x: x + index * each, y: row.y, w: STORY.frame, h: height }
          row.frames.push({ step, number: 0, box, picture: pictureIn(box) })
        }
      if (stage && !collapsed)
        row.ends.push({ stage, box: { x: x + steps.length * each, y: row.y, w: END, h: height } })
    })
    x += w + STORY.gap
  }
  const numbers = new Map(
    tracks.flatMap(({ steps }) => steps.map(({ id }, index) => [id, index + 1] as const)),
  )
  const w = Math.max(x, STORY.trackHead + each + END)
  const last = rows.at(-1)
  const placed = rows.map((row) => ({
    ...row,
    frames: row.frames.map((frame) => ({ ...frame, number: numbers.get(frame.step.id) ?? 0 })),
  }))
  const layout = {
    input,
    w,
    h: last ? last.y + last.h + STORY.padding : STORY.title + STORY.stageHead + 2 * STORY.padding,
    rtl,
    stages,
    hidden,
  }
  return rtl ? mirrored(layout, placed) : withPictures(layout, placed)
}

const pictureIn = ({ x, y }: Box): Box => ({
  x: x + STORY.inset,
  y: y + STORY.inset,
  w: STORY.picture[0],
  h: STORY.picture[1],
})

type Frameless = Omit<StoryLayout, 'rows' | 'pictures'>

const withPictures = (layout: Frameless, rows: readonly StoryRow[]): StoryLayout => ({
  ...layout,
  rows,
  pictures: new Map(
    rows.flatMap(({ frames }) => frames.map(({ step, picture }) => [step.id, picture] as const)),
  ),
})

/** Time goes to the left. What is drawn in the pictures is not mirrored. */
function mirrored(layout: Frameless, rows: readonly StoryRow[]): StoryLayout {
  const flip = (box: Box): Box => ({ ...box, x: layout.w - box.x - box.w })
  return withPictures(
    { ...layout, stages: layout.stages.map((stage) => ({ ...stage, box: flip(stage.box) })) },
    rows.map((row) => ({
      ...row,
      frames: row.frames.map((frame) => ({ ...frame, box: flip(frame.box), picture: flip(frame.picture) })),
      ends: row.ends.map((end) => ({ ...end, box: flip(end.box) })),
    })),
  )
}
