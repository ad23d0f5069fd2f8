import type { Box } from '../geometry/box.ts'
import { foldOf } from '../journey/storyPartAt.ts'
import type { StoryInput, StoryRow, StoryStage } from '../journey/storyLayout.ts'
import { STORY } from '../journey/storySizes.ts'
import { drawLabel } from './drawLabel.ts'
import { journeyName, personaName, stageName } from './journeyNames.ts'
import { stageTint } from './mapColors.ts'
import type { DrawOp, Look } from './ops.ts'
import { INK, PAPER } from './palette.ts'
import { STORY_COLORS } from './storyColors.ts'

/** Moves a box of the layout to where it is drawn. */
export type Place = (box: Box) => Box

/** What the storyboard tells, and how much of it there is. */
export function drawTitle(input: StoryInput, box: Box, look: Look): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  const [first] = input.tracks
  const frames = input.tracks.reduce((sum, { steps }) => sum + steps.length, 0)
  const name = input.name || (first ? journeyName(first.journey, look.words) : '')
  const count = 160
  const rtl = first?.journey.direction === 'rtl'
  const end = { ...box, x: rtl ? box.x : box.x + box.w - count, w: count }
  const start = { ...box, x: rtl ? box.x + count : box.x, w: box.w - count }
  return [
    ...drawLabel(
      { text: name, box: start, size: 22, weight: 700, color: colors.text, ...sideOf(name, rtl) },
      look,
    ),
    ...drawLabel(
      {
        text: frames > 0 ? (look.words?.t('frame.frames', { count: frames }) ?? '') : '',
        box: end,
        size: 14,
        color: colors.muted,
        ...sideOf('', !rtl),
      },
      look,
    ),
  ]
}

/** On the left, or on the right, whatever letters a text is written in. */
function sideOf(text: string, right: boolean): { readonly align: 'start' | 'end' } {
  return { align: right === RTL.test(text) ? 'start' : 'end' }
}
const RTL = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** A stage's head, in the colour that it has in maps, and the ground below on which its frames lie. */
export function drawStage(
  { stage, box, ground, collapsed, holds }: StoryStage,
  { index, rtl }: { readonly index: number; readonly rtl: boolean },
  at: Place,
  look: Look,
): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  const name = stageName(stage, look.words)
  const whole = at({ ...box, h: box.h + ground.h })
  const sheet: DrawOp = { op: 'rect', box: whole, radius: 10, fill: colors.ground }
  const head = at(box)
  const tint = stageTint(index, look.theme)
  const number = look.words?.number(holds) ?? `${holds}`
  if (collapsed) return [sheet, ...drawFoldedStage({ name, number, tint, rtl }, whole, look)]
  return [
    sheet,
    { op: 'rect', box: head, radius: 10, fill: tint },
    ...drawLabel(
      { text: name, box: inset(head, 46), size: 16, weight: 650, align: 'center', color: colors.text },
      look,
    ),
    drawChevron(head, colors.muted),
  ]
}

interface FoldedStage {
  readonly name: string
  /** How many frames are folded away. */
  readonly number: string
  readonly tint: string
  readonly rtl: boolean
}

/** The name stands on end, below the number of frames that are folded away. */
function drawFoldedStage({ name, number, tint, rtl }: FoldedStage, box: Box, look: Look): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  const head = { ...box, h: STORY.stageHead }
  const middle = [box.x + box.w / 2, head.y + head.h + 20 + (box.h - head.h - 40) / 2] as const
  const long = box.h - head.h - 60
  const line = { x: middle[0] - long / 2, y: middle[1] - 13, w: long, h: 26 }
  const labels = drawLabel(
    { text: name, box: line, size: 16, weight: 650, align: 'center', color: colors.text },
    look,
  )
  return [
    { op: 'rect', box: head, radius: 10, fill: tint },
    drawChevron(head, colors.muted, rtl ? -1 : 1),
    ...drawLabel(
      {
        text: number,
        box: { ...head, y: head.y + head.h + 6, h: 24 },
        size: 14,
        weight: 650,
        align: 'center',
        color: colors.muted,
      },
      look,
    ),
    { op: 'turned', about: middle, degrees: -90, ops: labels },
  ]
}

/** Folds a stage, and unfolds it: then it points to where the story goes. In the middle of what is left of a folded one. */
function drawChevron(head: Box, color: string, folded?: 1 | -1): DrawOp {
  const { x, y, w, h } = foldOf({ box: head, collapsed: folded !== undefined })
  const [cx, cy] = [x + w / 2, y + h / 2]
  const d = folded
    ? `M${cx - 3 * folded} ${cy - 6}L${cx + 3 * folded} ${cy}L${cx - 3 * folded} ${cy + 6}`
    : `M${cx - 6} ${cy - 3}L${cx} ${cy + 3}L${cx + 6} ${cy - 3}`
  return { op: 'path', d, stroke: { color, width: 2 } }
}

/** Whose track it is: face, name, and what the journey is called. */
export function drawTrackHead({ track, head }: StoryRow, at: Place, look: Look): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  const { x, y, w, h } = at(head)
  const { actor, journey } = track
  const avatar = { x: x + w / 2 - 32, y: y + 20, w: 64, h: 64 }
  const person = personaName(actor, look.words)
  const name = journeyName(journey, look.words)
  const letter = Array.from(person || name)[0] ?? ''
  const color = PAPER[actor?.color ?? 'grey']
  const below = { x: x + 8, w: w - 16 }
  return [
    { op: 'rect', box: at(head), radius: 12, fill: color },
    { op: 'rect', box: { x, y: y + 6, w, h: h - 6 }, radius: 10, fill: colors.ground },
    { op: 'rect', box: avatar, radius: 32, fill: color },
    ...drawLabel(
      { text: letter.toLocaleUpperCase(), box: avatar, size: 28, weight: 700, align: 'center', color: INK },
      look,
    ),
    ...drawLabel(
      {
        text: person || name,
        box: { ...below, y: y + 94, h: 44 },
        size: 16,
        weight: 700,
        align: 'center',
        vertical: 'top',
        color: colors.text,
      },
      look,
    ),
    ...drawLabel(
      {
        text: person === '' ? (actor?.role ?? '') : name,
        box: { ...below, y: y + (person.length > 12 ? 140 : 118), h: 54 },
        size: 13,
        align: 'center',
        vertical: 'top',
        color: colors.muted,
      },
      look,
    ),
  ]
}

const inset = ({ x, y, w, h }: Box, by: number): Box => ({ x: x + by, y, w: Math.max(0, w - 2 * by), h })
