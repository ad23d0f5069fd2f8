import type { Metric } from './entities.ts'

/** Where a metric's newest figure stands. */
export interface MetricFacts {
  readonly value: number
  readonly period: string
  /** Against the figure before it; nothing if it is the first one. */
  readonly change: number | undefined
  readonly trend: 'up' | 'down' | 'flat' | undefined
  /** Is the way it goes the one that is wanted? Nothing if it goes nowhere. */
  readonly good: boolean | undefined
  /** Has it reached the target? Nothing without one. */
  readonly reached: boolean | undefined
}

/** Changes of less than this share are no trend. */
const FLAT = 0.005

/** Nothing for a metric without figures. */
export function metricFacts({
  series,
  better,
  target,
}: Pick<Metric, 'series' | 'better' | 'target'>): MetricFacts | undefined {
  const last = series.at(-1)
  if (!last) return undefined
  const before = series.at(-2)?.value
  const change = before === undefined ? undefined : last.value - before
  const isFlat = before !== undefined && Math.abs(last.value - before) <= Math.abs(before) * FLAT
  const trend = change === undefined ? undefined : isFlat ? 'flat' : change > 0 ? 'up' : 'down'
  return {
    value: last.value,
    period: last.period,
    change,
    trend,
    good: trend === 'up' || trend === 'down' ? (trend === 'up') === (better === 'higher') : undefined,
    reached:
      target === undefined ? undefined : better === 'higher' ? last.value >= target : last.value <= target,
  }
}

/** A figure with as many digits as anybody can compare. */
export function shownFigure(value: number): number {
  const size = Math.abs(value)
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
  return Number(value.toFixed(digits))
}

/** A place of a line through a series: 0 to 1 from the first to the last time, and from the lowest to the highest value. */
export interface LinePoint {
  readonly x: number
  readonly y: number
}

/** Most points of a small line: more are put together, so that drawing does not grow with the file. */
const MOST_POINTS = 60

/** The line of a series, and where its target lies, both on one scale. */
export function sparkline({ series, target }: Pick<Metric, 'series' | 'target'>): {
  readonly points: readonly LinePoint[]
  readonly target: number | undefined
} {
  const values = thinned(series.map(({ value }) => value))
  const scaled = target === undefined ? values : [...values, target]
  const [low, high] = [Math.min(...scaled), Math.max(...scaled)]
  const y = (value: number) => (high === low ? 0.5 : (value - low) / (high - low))
  return {
    points: values.map((value, index) => ({
      x: values.length === 1 ? 1 : index / (values.length - 1),
      y: y(value),
    })),
    target: target === undefined ? undefined : y(target),
  }
}

function thinned(values: readonly number[]): readonly number[] {
  if (values.length <= MOST_POINTS) return values
  return Array.from({ length: MOST_POINTS }, (_, index) => {
    const at = Math.round((index * (values.length - 1)) / (MOST_POINTS - 1))
    return values[at] ?? 0
  })
}
