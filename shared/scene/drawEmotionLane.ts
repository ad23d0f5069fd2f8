import type { Vec } from '../geometry/vec.ts'
import { emotionY, unfeltSpots, type Curve } from '../journey/curves.ts'
import type { Emotion } from '../journey/entities.ts'
import { MAP, type MapLane, type MapLayout } from '../journey/mapLayout.ts'
import { drawFace } from './drawFace.ts'
import { drawLabel } from './drawLabel.ts'
import { stepColumns } from './stepColumns.ts'
import { journeyName, personaName } from './journeyNames.ts'
import { LINE_OF, MAP_COLORS } from './mapColors.ts'
import type { DrawOp, Look } from './ops.ts'
import { sideOf } from './sideOf.ts'
import { STORY_COLORS } from './storyColors.ts'

const FEELINGS: readonly Emotion[] = [2, 1, 0, -1, -2]
/** Side of a face on a curve and of one at the axis, page units. */
const ON_CURVE = 24
const AT_AXIS = 16

/** The current feelings behind those of the ideal stand back. */
const colorOf = ({ source }: Curve, look: Look): string =>
  source.of === 'journey' && !source.ideal
    ? STORY_COLORS[look.theme].muted
    : LINE_OF[look.theme][source.persona?.color ?? 'grey']

/** Good above and bad below, with a line for each feeling. */
export function drawEmotionGround({ w, rtl }: MapLayout, lane: MapLane, look: Look): readonly DrawOp[] {
  const colors = MAP_COLORS[look.theme]
  const [left, right] = rtl ? [MAP.end, w - MAP.laneHead] : [MAP.laneHead, w - MAP.end]
  const zero = emotionY(lane, 0)
  const across = (y: number) => `M${left} ${y}L${right} ${y}`
  const room = { x: left, w: right - left }
  return [
    { op: 'rect', box: { ...room, y: lane.y, h: zero - lane.y }, radius: 0, fill: colors.good },
    { op: 'rect', box: { ...room, y: zero, h: lane.y + lane.h - zero }, radius: 0, fill: colors.bad },
    {
      op: 'path',
      d: [2, 1, -1, -2].map((felt) => across(emotionY(lane, felt))).join(''),
      stroke: { color: colors.line, width: 1 },
    },
    { op: 'path', d: across(zero), stroke: { color: colors.zero, width: 1.25, dash: [6, 5] } },
  ]
}

/** How the steps feel, as one curve for each of those who feel. */
export function drawEmotionLane(layout: MapLayout, lane: MapLane, look: Look): readonly DrawOp[] {
  const own = layout.curves.filter(({ source }) => source.lane === lane.lane.id)
  return [
    ...(look.places ? drawUnfelt(layout, lane, own, look) : []),
    // The journey's own curve lies over those of others.
    ...own.toReversed().flatMap((curve) => drawCurve(curve, look)),
  ]
}

/** Where somebody has not said how a step feels, a faint ring shows where it could be said. */
function drawUnfelt(
  layout: MapLayout,
  lane: MapLane,
  curves: readonly Curve[],
  look: Look,
): readonly DrawOp[] {
  const { faint } = STORY_COLORS[look.theme]
  return stepColumns(layout).flatMap(({ step, x, w }) =>
    unfeltSpots(curves, lane, step.id, x + w / 2).map(({ curve, at }): DrawOp => ({
      op: 'rect',
      box: { x: at[0] - 7, y: at[1] - 7, w: 14, h: 14 },
      radius: 7,
      fill: MAP_COLORS[look.theme].sheet,
      stroke: {
        color: curve.source.of === 'actor' ? faint : colorOf(curve, look),
        width: 1.25,
        dash: [3, 3],
      },
    })),
  )
}

function drawCurve(curve: Curve, look: Look): readonly DrawOp[] {
  const { source, points } = curve
  const color = colorOf(curve, look)
  const places = points.map(({ at }) => at).toSorted((a, b) => a[0] - b[0])
  const line: DrawOp = {
    op: 'path',
    d: smoothPath(places),
    stroke: {
      color,
      width: source.of === 'actor' ? 3 : 2.25,
      ...(source.of === 'journey' && { dash: [8, 6] }),
    },
  }
  if (places.length === 0) return []
  return [
    ...(places.length > 1 ? [line] : []),
    ...points.flatMap(({ at: [x, y], emotion }): readonly DrawOp[] =>
      source.of === 'actor'
        ? [
            {
              op: 'rect',
              box: { x: x - ON_CURVE / 2 - 2, y: y - ON_CURVE / 2 - 2, w: ON_CURVE + 4, h: ON_CURVE + 4 },
              radius: ON_CURVE / 2 + 2,
              fill: color,
            },
            ...drawFace(
              emotion,
              { x: x - ON_CURVE / 2, y: y - ON_CURVE / 2, w: ON_CURVE, h: ON_CURVE },
              look.theme,
            ),
          ]
        : [
            {
              op: 'rect',
              box: { x: x - 6, y: y - 6, w: 12, h: 12 },
              radius: 6,
              fill: MAP_COLORS[look.theme].sheet,
              stroke: { color, width: 2.5 },
            },
          ],
    ),
  ]
}

/** A curve through points from left to right that never swings beyond them: a monotone cubic. */
export function smoothPath(points: readonly Vec[]): string {
  const [first] = points
  if (!first) return ''
  const slopes = points.map((_, index) => slopeAt(points, index))
  return points.slice(1).reduce(
    (d, [x, y], index) => {
      const [x0, y0] = points[index] ?? first
      const third = (x - x0) / 3
      const [from, to] = [slopes[index] ?? 0, slopes[index + 1] ?? 0]
      return `${d}C${round(x0 + third)} ${round(y0 + third * from)} ${round(x - third)} ${round(y - third * to)} ${round(x)} ${round(y)}`
    },
    `M${round(first[0])} ${round(first[1])}`,
  )
}

function slopeAt(points: readonly Vec[], index: number): number {
  const [before, at, after] = [points[index - 1], points[index], points[index + 1]]
  if (!before || !at || !after) return 0
  const left = (at[1] - before[1]) / (at[0] - before[0])
  const right = (after[1] - at[1]) / (after[0] - at[0])
  return left * right <= 0 ? 0 : (2 * left * right) / (left + right)
}

const round = (value: number): number => Math.round(value * 10) / 10

/** The faces at the axis, and below the lane's name whose curve is whose. `left` is the head's left edge. */
export function drawEmotionAxis(
  layout: MapLayout,
  lane: MapLane,
  left: number,
  look: Look,
): readonly DrawOp[] {
  const { rtl } = layout
  const x = rtl ? left + 8 : left + MAP.laneHead - 8 - AT_AXIS
  return [
    ...FEELINGS.flatMap((felt) =>
      drawFace(felt, { x, y: emotionY(lane, felt) - AT_AXIS / 2, w: AT_AXIS, h: AT_AXIS }, look.theme),
    ),
    ...drawLegend(layout, lane, left, look),
  ]
}

function drawLegend(layout: MapLayout, lane: MapLane, left: number, look: Look): readonly DrawOp[] {
  const curves = layout.curves.filter(({ source }) => source.lane === lane.lane.id)
  if (curves.length < 2) return []
  const { rtl } = layout
  const { muted } = STORY_COLORS[look.theme]
  const most = Math.max(0, Math.floor((lane.h - 48) / 18))
  return curves.slice(0, most).flatMap((curve, index): readonly DrawOp[] => {
    const y = lane.y + 46 + index * 18
    const { source } = curve
    const kind =
      source.of === 'journey'
        ? (look.words?.t(`journeyKind.${source.ideal ? 'ideal' : 'current'}`) ?? '')
        : ''
    const name = personaName(source.persona, look.words)
    const text =
      [name, kind].filter((word) => word !== '').join(' · ') || journeyName(layout.input.journey, look.words)
    const at = rtl ? left + MAP.laneHead - 34 : left + 12
    return [
      {
        op: 'path',
        d: `M${at} ${y}L${at + 22} ${y}`,
        stroke: { color: colorOf(curve, look), width: 3, ...(source.of === 'journey' && { dash: [5, 5] }) },
      },
      ...drawLabel(
        {
          text,
          box: { x: rtl ? left + 32 : left + 40, y: y - 8, w: MAP.laneHead - 72, h: 16 },
          size: 11.5,
          weight: 550,
          color: muted,
          ...sideOf(text, rtl),
        },
        look,
      ),
    ]
  })
}
