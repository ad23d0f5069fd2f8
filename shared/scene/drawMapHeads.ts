import type { Box } from '../geometry/box.ts'
import { DEVICES, EVIDENCE, type Channel, type Emotion, type Step } from '../journey/entities.ts'
import { foldIn, stepHeadParts } from '../journey/mapHeads.ts'
import { MAP, type MapColumn, type MapLayout, type MapStage } from '../journey/mapLayout.ts'
import { drawFace } from './drawFace.ts'
import { drawGlyph } from './drawGlyph.ts'
import { drawLabel } from './drawLabel.ts'
import { GLYPHS, type Glyph } from './glyphs.ts'
import { stageName, stepName } from './journeyNames.ts'
import { createKeptOps } from './keptOps.ts'
import { MAP_COLORS, stageTint } from './mapColors.ts'
import type { DrawOp, Look } from './ops.ts'
import { sideOf } from './sideOf.ts'
import { STORY_COLORS } from './storyColors.ts'
import { drawStar } from './storyMarks.ts'

const keptSteps = createKeptOps<Step>()

/** The heads of stages. */
export function drawMapStages({ stages, rtl }: MapLayout, look: Look): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  return stages.flatMap(({ stage, box, columns, collapsed }, index): readonly DrawOp[] => {
    if (collapsed) return []
    const name = stageName(stage, look.words)
    const fold = foldIn(box, rtl)
    const count = columns.filter(({ step }) => step).length
    const number = look.words?.number(count) ?? `${count}`
    const text = { x: rtl ? box.x + 40 : fold.x + fold.w + 6, y: box.y, w: box.w - fold.w - 62, h: box.h }
    return [
      { op: 'rect', box, radius: 0, fill: stageTint(index, look.theme) },
      drawFold(fold, false, rtl, colors.muted),
      ...drawLabel(
        { text: name, box: text, size: 15, weight: 650, color: colors.text, ...sideOf(name, rtl) },
        look,
      ),
      ...drawLabel(
        {
          text: number,
          box: { x: rtl ? box.x + 10 : box.x + box.w - 34, y: box.y, w: 24, h: box.h },
          size: 12.5,
          weight: 600,
          align: 'center',
          color: colors.muted,
        },
        look,
      ),
    ]
  })
}

/** Points down where something can be folded, and along the way of reading where it can be opened. */
export function drawFold({ x, y, w, h }: Box, folded: boolean, rtl: boolean, color: string): DrawOp {
  const [cx, cy] = [x + w / 2, y + h / 2]
  const way = rtl ? -1 : 1
  const d = folded
    ? `M${cx - 2.5 * way} ${cy - 5}L${cx + 2.5 * way} ${cy}L${cx - 2.5 * way} ${cy + 5}`
    : `M${cx - 5} ${cy - 2.5}L${cx} ${cy + 2.5}L${cx + 5} ${cy - 2.5}`
  return { op: 'path', d, stroke: { color, width: 2 } }
}

/** What is left of folded stages: their names on end, over all lanes. */
export function drawFoldedStages({ stages, next, rtl }: MapLayout, look: Look): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  return stages.flatMap((stage, index): readonly DrawOp[] => {
    if (!stage.collapsed) return []
    const { x, y, w } = stage.box
    const h = next.lane.y - y
    const fill = stageTint(index, look.theme)
    const number = look.words?.number(stage.holds) ?? `${stage.holds}`
    return [
      { op: 'rect', box: { x, y, w, h }, radius: 0, fill },
      drawFold({ x, y, w, h: MAP.stageHead }, true, rtl, colors.muted),
      ...(stage.holds > 0
        ? drawCount(number, { x: x + w / 2 - 13, y: y + MAP.stageHead + 4, w: 26, h: 20 }, look)
        : []),
      ...drawOnEnd(
        stageName(stage.stage, look.words),
        { x, y: y + MAP.stageHead + 32, w, h: h - MAP.stageHead - 40 },
        look,
      ),
    ]
  })
}

/** How many things are folded away. */
export function drawCount(number: string, box: Box, look: Look): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  return [
    { op: 'rect', box, radius: box.h / 2, fill: colors.card },
    ...drawLabel({ text: number, box, size: 12, weight: 650, align: 'center', color: colors.muted }, look),
  ]
}

function drawOnEnd(text: string, box: Box, look: Look): readonly DrawOp[] {
  const long = Math.min(box.h, 360)
  const middle = [box.x + box.w / 2, box.y + long / 2] as const
  const line = { x: middle[0] - long / 2, y: middle[1] - 13, w: long, h: 26 }
  const color = STORY_COLORS[look.theme].text
  const ops = drawLabel({ text, box: line, size: 14.5, weight: 650, align: 'center', color }, look)
  return [{ op: 'turned', about: middle, degrees: -90, ops }]
}

/** The heads of steps. */
export function drawSteps(layout: MapLayout, look: Look): readonly DrawOp[] {
  const { input, stages } = layout
  const numbers = new Map(input.steps.map(({ id }, index) => [id, index + 1]))
  const channels = new Map(input.channels.map((channel) => [channel.id, channel]))
  const y = MAP.title + MAP.stageHead
  const head = MAP_COLORS[look.theme].head
  return stages.flatMap((stage: MapStage) =>
    stage.collapsed
      ? []
      : stage.columns.flatMap(({ step, x, w }: MapColumn): readonly DrawOp[] => {
          const sheet: DrawOp = { op: 'rect', box: { x, y, w, h: MAP.stepHead }, radius: 0, fill: head }
          if (!step) return [sheet]
          const number = numbers.get(step.id) ?? 0
          const channel = step.channel && channels.get(step.channel)
          const ops = keptSteps(step, [look, number, layout.rtl, channel], () =>
            drawStep(step, number, channel || undefined, layout.rtl, look),
          )
          return [sheet, { op: 'part', at: [x, y], box: { x: 0, y: 0, w, h: MAP.stepHead }, ops }]
        }),
  )
}

function drawStep(
  step: Step,
  number: number,
  channel: Channel | undefined,
  rtl: boolean,
  look: Look,
): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  const parts = stepHeadParts(rtl)
  const text = stepName(step, number, look.words)
  return [
    { op: 'rect', box: parts.number, radius: 12, fill: step.key ? colors.star : colors.chip },
    ...drawLabel(
      {
        text: look.words?.number(number) ?? `${number}`,
        box: parts.number,
        size: 12.5,
        weight: 700,
        align: 'center',
        color: step.key ? '#1f1d1a' : colors.muted,
      },
      look,
    ),
    ...(step.key || look.places ? [drawStar(parts.star, step.key === true, colors)] : []),
    ...drawSigns(step, channel, parts.signs, rtl, look),
    ...(step.emotion === undefined && !look.places
      ? []
      : drawFace(step.emotion as Emotion | undefined, parts.face, look.theme)),
    ...drawLabel(
      {
        text,
        box: parts.title,
        size: 14.5,
        weight: 600,
        vertical: 'top',
        color: step.title === '' ? colors.muted : colors.text,
        ...sideOf(text, rtl),
      },
      look,
    ),
  ]
}

/** Channel, device and how well the step is known, as small signs in a row. */
function drawSigns(
  step: Step,
  channel: Channel | undefined,
  box: Box,
  rtl: boolean,
  look: Look,
): readonly DrawOp[] {
  const { muted, line } = STORY_COLORS[look.theme]
  const signs = [channel && channelGlyph(channel), deviceGlyph(step.device)].filter(
    (sign) => sign !== undefined,
  )
  const side = box.h
  const place = (index: number): Box => {
    const along = index * (side + 6)
    return { x: rtl ? box.x + box.w - along - side : box.x + along, y: box.y, w: side, h: side }
  }
  const rung = step.evidence === undefined ? -1 : EVIDENCE.indexOf(step.evidence)
  const after = place(signs.length)
  const rungs = EVIDENCE.map((_, index): DrawOp => {
    const h = 4 + index * 3.2
    const along = index * 5.5
    const x = rtl ? after.x + side - along - 4 : after.x + along
    const fill = index <= rung ? muted : line
    return { op: 'rect', box: { x, y: box.y + side - 1 - h, w: 4, h }, radius: 1, fill }
  })
  return [
    ...signs.map((sign, index) => drawGlyph(sign, place(index), muted, 1.5)),
    ...(rung < 0 ? [] : rungs),
  ]
}

export const channelGlyph = ({ stock = '' }: Channel): Glyph => (stock in GLYPHS ? (stock as Glyph) : 'other')

function deviceGlyph(device: string | undefined): Glyph | undefined {
  const known = DEVICES.find((one) => one === device)
  return known === 'phone' ? 'app' : known
}
