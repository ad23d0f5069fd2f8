import type { Box } from '../geometry/box.ts'
import { DEVICES, EVIDENCE, type Channel, type Emotion } from '../journey/entities.ts'
import { partsOf, type FramePart } from '../journey/frameParts.ts'
import type { Served, StoryFrame, StoryInput } from '../journey/storyLayout.ts'
import { drawChart } from './drawChart.ts'
import { drawFace } from './drawFace.ts'
import { drawHole } from './drawHole.ts'
import { drawLabel } from './drawLabel.ts'
import { GLYPHS, type Glyph } from './glyphs.ts'
import { channelName, deviceName, stepName } from './journeyNames.ts'
import type { DrawOp, Look } from './ops.ts'
import { drawChip, drawStar, type Chip } from './storyMarks.ts'
import { STORY_COLORS, type StoryColors } from './storyColors.ts'

/** Radius of a frame's corners, page units. */
const RADIUS = 10

/** What a frame is drawn from besides itself. */
export interface FrameContext {
  readonly input: StoryInput
  readonly rtl: boolean
  /** Some frame of the storyboard is served by something: then those that are not stand out. */
  readonly someServed: boolean
}

interface Drawing extends FrameContext {
  readonly frame: StoryFrame
  readonly parts: Readonly<Record<FramePart, Box>>
  readonly look: Look
  readonly colors: StoryColors
}

/** One frame of a storyboard, without what is drawn in its picture. `frame` lies where it is to be drawn. */
export function drawFrame(frame: StoryFrame, context: FrameContext, look: Look): readonly DrawOp[] {
  const parts = partsOf(frame.box, context.rtl, context.input.overlay)
  const colors = STORY_COLORS[look.theme]
  const drawing: Drawing = { ...context, frame, parts, look, colors }
  return [
    ...drawCard(drawing),
    ...drawHead(drawing),
    ...drawCaption(drawing),
    ...drawFacts(drawing),
    ...drawToday(drawing),
    ...drawFigures(drawing),
    ...drawEvidence(drawing),
    ...drawServed(drawing),
  ]
}

/** Most charts of a frame: more would not be legible. */
const MOST_CHARTS = 2
const CHART_GAP = 6

/** The metrics of the step, side by side; those of a whole stage stand in its first frame. */
function drawFigures({ frame: { step }, parts: { overlay }, input, look, rtl }: Drawing): readonly DrawOp[] {
  if (input.metrics.length === 0) return []
  const [first] = input.tracks.flatMap(({ steps }) => steps.filter(({ stage }) => stage === step.stage))
  const own = input.metrics
    .filter((metric) =>
      metric.step === undefined
        ? metric.stage === step.stage && first?.id === step.id
        : metric.step === step.id,
    )
    .slice(0, MOST_CHARTS)
  const w = (overlay.w - (own.length - 1) * CHART_GAP) / own.length
  return own.flatMap((metric, index) => {
    const place = rtl ? own.length - 1 - index : index
    return drawChart(metric, { ...overlay, x: overlay.x + place * (w + CHART_GAP), w }, look, rtl)
  })
}

function drawCard({ frame: { box, step }, parts, colors }: Drawing): readonly DrawOp[] {
  const edge = step.key ? { color: colors.star, width: 2.5 } : { color: colors.line, width: 1 }
  const { x, y, w, h } = box
  return [
    {
      op: 'rect',
      box: { x: x - 1, y: y + 2, w: w + 2, h: h + 2 },
      radius: RADIUS + 2,
      fill: 'rgba(31,29,26,0.06)',
    },
    { op: 'rect', box, radius: RADIUS, fill: colors.card, stroke: edge },
    {
      op: 'rect',
      box: parts.picture,
      radius: 4,
      fill: colors.paper,
      stroke: { color: colors.line, width: 1.5 },
    },
  ]
}

function drawHead({ frame: { step, number }, parts, look, colors }: Drawing): readonly DrawOp[] {
  return [
    { op: 'rect', box: parts.number, radius: parts.number.h / 2, fill: step.key ? colors.star : colors.chip },
    ...drawLabel(
      {
        text: look.words?.number(number) ?? `${number}`,
        box: parts.number,
        size: 13,
        weight: 700,
        align: 'center',
        color: step.key ? '#1f1d1a' : colors.muted,
      },
      look,
    ),
    ...drawLabel(
      {
        text: step.title || stepName({ ...step, caption: '' }, number, look.words),
        box: parts.title,
        size: 15,
        weight: 650,
        color: step.title === '' ? colors.faint : colors.text,
      },
      look,
    ),
    ...(step.key || look.places ? [drawStar(parts.star, step.key === true, colors)] : []),
    ...(step.emotion !== undefined || look.places
      ? drawFace(step.emotion as Emotion | undefined, parts.face, look.theme)
      : []),
  ]
}

/** What can be typed says so, to whoever may. */
function drawCaption({ frame: { step }, parts, look, colors }: Drawing): readonly DrawOp[] {
  const hint = look.places ? (look.words?.t('frame.captionHint') ?? '') : ''
  return drawLabel(
    {
      text: step.caption || hint,
      box: parts.caption,
      size: 14.5,
      vertical: 'top',
      color: step.caption === '' ? colors.faint : colors.text,
    },
    look,
  )
}

function drawFacts(drawing: Drawing): readonly DrawOp[] {
  const { frame, parts, input, look, colors, rtl } = drawing
  const { step } = frame
  const channel = input.channels.find(({ id }) => id === step.channel)
  const device = deviceGlyph(step.device)
  const words = [channelName(channel, look.words), device ? '' : deviceName(step.device, look.words)]
  const text = words.filter((word) => word !== '').join(' · ')
  const common = { box: parts.channel, rtl }
  const hint = look.places ? (look.words?.t('frame.channelHint') ?? '') : ''
  const colored = { fill: colors.chip, color: colors.text }
  return [
    ...(text !== '' || device
      ? drawChip({ ...common, ...colored, ...signsOf(channel, device), text }, look)
      : drawChip({ ...common, color: colors.faint, glyph: 'other', text: hint }, look)),
    ...drawChip({ text: step.place, glyph: 'place', box: parts.place, color: colors.muted, rtl }, look),
  ]
}

/** The sign of a channel and that of the device; of the device alone where no channel is given. */
function signsOf(channel: Channel | undefined, device: Glyph | undefined): Pick<Chip, 'glyph' | 'last'> {
  if (!channel) return { glyph: device ?? 'other' }
  const named = channel.stock ?? ''
  return { glyph: named in GLYPHS ? (named as Glyph) : 'other', last: device }
}

function deviceGlyph(device: string | undefined): Glyph | undefined {
  const known = DEVICES.find((one) => one === device)
  return known === 'phone' ? 'app' : known
}

/** What we do here today. Nothing is an answer, and shows: as a hole. */
function drawToday({ frame: { step }, parts: { today }, look, colors, rtl }: Drawing): readonly DrawOp[] {
  const inner = { x: today.x + 10, y: today.y + 7, w: today.w - 20, h: today.h - 14 }
  if (step.today.trim() === '') return drawHole(today, inner, rtl, look)
  const label = { ...inner, h: 15 }
  const text = { ...inner, y: inner.y + 16, h: inner.h - 16 }
  return [
    { op: 'rect', box: today, radius: 6, fill: colors.chip },
    ...drawLabel(
      { text: look.words?.t('lane.today') ?? '', box: label, size: 11, weight: 600, color: colors.muted },
      look,
    ),
    ...drawLabel({ text: step.today, box: text, size: 13, vertical: 'top', color: colors.text }, look),
  ]
}

/** The rungs of the ladder of evidence, as many filled as are climbed. */
function drawEvidence({ frame: { step }, parts: { evidence }, colors, rtl }: Drawing): readonly DrawOp[] {
  const rung = step.evidence === undefined ? -1 : EVIDENCE.indexOf(step.evidence)
  if (rung < 0) return []
  return EVIDENCE.map((_, index): DrawOp => {
    const h = 6 + index * 3.5
    const along = index * 8
    const x = rtl ? evidence.x + evidence.w - along - 5 : evidence.x + along
    const box = { x, y: evidence.y + evidence.h - 4 - h, w: 5, h }
    return { op: 'rect', box, radius: 1.5, fill: index <= rung ? colors.muted : colors.line }
  })
}

/** How many opportunities and pain points name the frame; one that nothing serves lights up where others are served. */
function drawServed(drawing: Drawing): readonly DrawOp[] {
  const { frame, input, parts, look, colors, rtl, someServed } = drawing
  const { opportunities, pains }: Served = input.served.get(frame.step.id) ?? { opportunities: 0, pains: 0 }
  if (opportunities + pains > 0) {
    const each = 52
    const at = (place: number): Box => {
      const along = place * (each + 6)
      const { x, y, w, h } = parts.served
      return { x: rtl ? x + along : x + w - each - along, y, w: each, h }
    }
    const counted = (count: number) => look.words?.number(count) ?? `${count}`
    return [
      ...(pains > 0
        ? drawChip(
            { text: counted(pains), glyph: 'pain', box: at(0), color: colors.pain, fill: colors.chip, rtl },
            look,
          )
        : []),
      ...(opportunities > 0
        ? drawChip(
            {
              text: counted(opportunities),
              glyph: 'idea',
              box: at(pains > 0 ? 1 : 0),
              color: colors.idea,
              fill: colors.chip,
              rtl,
            },
            look,
          )
        : []),
    ]
  }
  if (!someServed) return []
  const { x, w, ...tall } = parts.served
  const box = { ...tall, x: rtl ? x : x + 30, w: w - 30 }
  return drawChip(
    {
      text: look.words?.t('frame.unserved') ?? '',
      glyph: 'idea',
      box,
      fill: colors.glow,
      color: colors.glowText,
      rtl,
      whole: true,
    },
    look,
  )
}
