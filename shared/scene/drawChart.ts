import type { Box } from '../geometry/box.ts'
import type { Metric } from '../journey/entities.ts'
import { metricFacts, shownFigure, sparkline, type MetricFacts } from '../journey/metricFacts.ts'
import { drawLabel } from './drawLabel.ts'
import type { DrawOp, Look, Theme } from './ops.ts'
import { FILL, GROUND, STROKE } from './palette.ts'
import { textFont } from './paragraphs.ts'
import { digitsIn, periodName } from './periodName.ts'
import type { SceneWords } from './sceneWords.ts'

const PADDING = 8
const NAME = 14
const FIGURE = 24
const PERIOD = 14
const FIGURE_SIZES = [18, 16, 14, 12] as const
/** Room for the arrow behind the figure, page units. */
const ARROW = 18
/** Most of the width that figure and arrow take. */
const WIDEST = 0.64

/**
 * A metric as a small chart: its name, the newest figure with where it goes, when that was, the line up to it and the
 * target. @param box page units; time goes to the left in it if `rtl`
 */
export function drawChart(metric: Metric, box: Box, look: Look, rtl = false): readonly DrawOp[] {
  const facts = metricFacts(metric)
  const colors = STROKE[look.theme]
  const inner = {
    x: box.x + PADDING,
    y: box.y + PADDING - 2,
    w: box.w - 2 * PADDING,
    h: box.h - 2 * PADDING + 4,
  }
  const figure = facts ? figureOf(facts, metric.unit, look.words) : ''
  const size = figureSize(figure, inner.w * WIDEST - ARROW, look)
  const wide = look.measure(figure, textFont(size, 650)) + ARROW
  const half = Math.ceil(Math.min(inner.w * WIDEST, Math.max(inner.w * 0.42, wide))) + 1
  const words = { x: rtl ? inner.x + inner.w - half : inner.x, w: half }
  const chart = {
    x: rtl ? inner.x : inner.x + half,
    w: inner.w - half,
    y: inner.y + NAME + 4,
    h: inner.h - NAME - 6,
  }
  const direction = rtl ? ('rtl' as const) : ('ltr' as const)
  const card: DrawOp = { op: 'rect', box, radius: 6, fill: GROUND[look.theme].grey }
  const name = drawLabel(
    { text: metric.name, box: { ...inner, h: NAME }, size: 11, weight: 550, color: colors.ink, direction },
    look,
  )
  if (!facts) return [card, ...name]
  return [
    card,
    ...name,
    ...drawLabel(
      {
        text: figure,
        box: {
          ...words,
          x: rtl ? words.x + ARROW : words.x,
          w: half - ARROW,
          y: inner.y + NAME + 2,
          h: FIGURE,
        },
        size,
        weight: 650,
        color: colors.ink,
        direction,
      },
      look,
    ),
    ...drawTrend(facts, { ...words, y: inner.y + NAME + 2, h: FIGURE }, wide - ARROW, look.theme, rtl),
    ...drawLabel(
      {
        text: periodName(facts.period, look.words),
        box: { ...words, y: inner.y + inner.h - PERIOD, h: PERIOD },
        size: 10,
        color: colors.grey,
        direction,
      },
      look,
    ),
    ...drawLine(metric, facts, chart, look.theme, rtl),
  ]
}

/** The largest size in which a figure fits so much room; the smallest one where none does. */
const figureSize = (figure: string, room: number, { measure }: Look): number =>
  FIGURE_SIZES.find((size) => measure(figure, textFont(size, 650)) <= room) ?? 12

/** The number with its unit, as one says it: 9.6 %, 1,200 s, ۹٫۶ ٪. */
export function figureOf(
  { value }: Pick<MetricFacts, 'value'>,
  unit: string,
  words: SceneWords | undefined,
): string {
  const shown = shownFigure(value)
  const parts = words ? [words.number(shown), unitIn(unit, words)] : [String(shown), unit]
  return parts.filter((part) => part !== '').join(' ')
}

/** Where digits are Persian ones, so is the percent sign. */
const unitIn = (unit: string, words: SceneWords): string => {
  const own = digitsIn(unit, words)
  return words.number(0) === '۰' ? own.replaceAll('%', '٪') : own
}

const trendColor = ({ good }: MetricFacts, theme: Theme): string =>
  good === undefined ? STROKE[theme].grey : good ? STROKE[theme].green : STROKE[theme].red

/** An arrow behind the figure, which is so wide: up, down, or on as it is. */
function drawTrend(
  facts: MetricFacts,
  box: Box,
  wide: number,
  theme: Theme,
  rtl: boolean,
): readonly DrawOp[] {
  if (!facts.trend) return []
  const beside = Math.min(wide, box.w - ARROW) + ARROW / 2 + 1
  const x = round(rtl ? box.x + box.w - beside : box.x + beside)
  const y = box.y + box.h / 2
  const d = {
    up: `M${x} ${y + 4.5}L${x} ${y - 4.5}M${x - 3.5} ${y - 1}L${x} ${y - 4.5}L${x + 3.5} ${y - 1}`,
    down: `M${x} ${y - 4.5}L${x} ${y + 4.5}M${x - 3.5} ${y + 1}L${x} ${y + 4.5}L${x + 3.5} ${y + 1}`,
    flat: `M${x - 4} ${y}L${x + 4} ${y}`,
  }[facts.trend]
  return [{ op: 'path', d, stroke: { color: trendColor(facts, theme), width: 2 } }]
}

function drawLine(
  metric: Metric,
  facts: MetricFacts,
  box: Box,
  theme: Theme,
  rtl: boolean,
): readonly DrawOp[] {
  const { points, target } = sparkline(metric)
  const px = (x: number) => round(rtl ? box.x + box.w - 4 - x * (box.w - 8) : box.x + 4 + x * (box.w - 8))
  const py = (y: number) => round(box.y + 4 + (1 - y) * (box.h - 8))
  const last = points.at(-1)
  const color = facts.good === undefined ? STROKE[theme].blue : trendColor(facts, theme)
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${py(y)}`).join('')
  const bottom = box.y + box.h
  const area = `${path}L${px(last?.x ?? 1)} ${bottom}L${px(points[0]?.x ?? 0)} ${bottom}Z`
  return [
    ...(points.length > 1
      ? [
          { op: 'path' as const, d: area, fill: FILL[theme][areaColor(facts)], opacity: 0.6 },
          { op: 'path' as const, d: path, stroke: { color, width: 1.75 } },
        ]
      : []),
    ...(target === undefined
      ? []
      : [
          {
            op: 'path' as const,
            d: `M${box.x + 2} ${py(target)}L${box.x + box.w - 2} ${py(target)}`,
            stroke: { color: STROKE[theme].grey, width: 1, dash: [3, 3] },
          },
        ]),
    ...(last ? [{ op: 'path' as const, d: dot(px(last.x), py(last.y), 2.75), fill: color }] : []),
  ]
}

const areaColor = ({ good }: MetricFacts) => (good === undefined ? 'blue' : good ? 'green' : 'red')

const dot = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`

const round = (value: number): number => Math.round(value * 100) / 100
