import { expect, test } from 'vitest'
import type { Metric } from '../../shared/journey/entities.ts'
import type { MetricId } from '../../shared/journey/ids.ts'
import { metricFacts, shownFigure, sparkline } from '../../shared/journey/metricFacts.ts'
import { drawChart } from '../../shared/scene/drawChart.ts'
import type { DrawOp, Look } from '../../shared/scene/ops.ts'
import { STROKE } from '../../shared/scene/palette.ts'
import { periodName } from '../../shared/scene/periodName.ts'
import type { SceneWords } from '../../shared/scene/sceneWords.ts'
import { monospace } from '../support/measure.ts'

const metric = (values: readonly number[], more: Partial<Metric> = {}): Metric => ({
  id: 'm' as MetricId,
  order: 'a0',
  name: 'Conversion',
  unit: '%',
  better: 'higher',
  source: '',
  series: values.map((value, index) => ({ period: `2021-0${index + 1}`, value })),
  ...more,
})
const words = {
  t: (key: string) => key,
  number: (value: number) => new Intl.NumberFormat('fa-IR-u-nu-arabext').format(value),
} as unknown as SceneWords
const box = { x: 10, y: 20, w: 176, h: 72 }
const look: Look = { measure: monospace, theme: 'light' }
const texts = (ops: readonly DrawOp[]) => ops.flatMap((op) => (op.op === 'text' ? [op.line] : []))
const strokes = (ops: readonly DrawOp[]) =>
  ops.flatMap((op) => (op.op === 'path' && op.stroke ? [op.stroke.color] : []))

test('knows where a metric goes, and whether that is good', () => {
  expect(metricFacts(metric([1, 2]))).toMatchObject({ trend: 'up', good: true, change: 1 })
  expect(metricFacts(metric([1, 2], { better: 'lower', target: 3 }))).toMatchObject({
    trend: 'up',
    good: false,
    reached: true,
  })
  expect(metricFacts(metric([100, 100.2]))).toMatchObject({ trend: 'flat', good: undefined })
  expect(metricFacts(metric([5]))).toMatchObject({ trend: undefined, change: undefined })
  expect(metricFacts(metric([]))).toBeUndefined()
  expect([1234.5, 12.345, 1.2345, 0.012345, -0.5].map(shownFigure)).toEqual([1235, 12.3, 1.23, 0.012, -0.5])
})

test('puts a line and its target on one scale, and thins long ones', () => {
  expect(sparkline(metric([1, 3], { target: 5 }))).toEqual({
    points: [
      { x: 0, y: 0 },
      { x: 1, y: 0.5 },
    ],
    target: 1,
  })
  const long = sparkline({ series: Array.from({ length: 1000 }, (_, value) => ({ period: '', value })) })
  expect(long.points).toHaveLength(60)
  expect(long.points.at(-1)).toEqual({ x: 1, y: 1 })
})

test('a chart says the figure, the unit and the time, in the digits of the language', () => {
  const drawn = drawChart(metric([10, 12.5]), box, { ...look, words })
  expect(texts(drawn)).toEqual(['Conversion', '۱۲٫۵ ٪', 'month.2 ۲۰۲۱'])
  expect(strokes(drawn)).toContain(STROKE.light.green)
  expect(strokes(drawChart(metric([10, 12.5], { better: 'lower' }), box, look))).toContain(STROKE.light.red)
})

test('what is drawn stays within the box, also from right to left', () => {
  for (const rtl of [false, true])
    for (const op of drawChart(metric([1, 9, 4], { target: 5 }), box, look, rtl)) {
      const xs =
        op.op === 'text'
          ? [op.at[0]]
          : op.op === 'path'
            ? [...op.d.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x))
            : []
      for (const x of xs) {
        expect(x).toBeGreaterThanOrEqual(box.x)
        expect(x).toBeLessThanOrEqual(box.x + box.w)
      }
    }
})

test('a metric without figures is a name', () => {
  expect(texts(drawChart(metric([]), box, look))).toEqual(['Conversion'])
})

test('names times in the language of the reader, and leaves what only the author knows', () => {
  expect(periodName('--02', words)).toBe('month.2')
  expect(periodName('2021-02-15', words)).toBe('۱۵ month.2 ۲۰۲۱')
  expect(periodName('2021-Q1', words)).toBe('۲۰۲۱-Q۱')
  expect(periodName('Wave 2', words)).toBe('Wave ۲')
  expect(periodName('2021-02', undefined)).toBe('2021-02')
})
