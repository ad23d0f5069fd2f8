import { groupBy } from '../../util/groupBy.ts'
import { cutText } from '../../util/cutText.ts'
import { MOST_NAME, MOST_PERIODS, type Metric } from '../entities.ts'
import type { GroupUse, MetricMapping } from './metricMapping.ts'
import { guessLook, type MetricLook } from './metricLook.ts'
import { createProblems, type Problem, type ProblemList } from './problem.ts'
import { isNothing, readNumber } from './readNumber.ts'
import { readPeriod, sortPeriods, type ReadPeriod } from './readPeriod.ts'
import { columnsOf, rowsBelow, type Column, type Rows } from './table.ts'

/** A metric to be, before it has an id. */
export type MetricDraft = Pick<Metric, 'name' | 'unit' | 'better' | 'series'> & {
  readonly target?: number | undefined
  /** Names it within its file, whatever it is called later. */
  readonly key: string
}

/** What figures of one name will be, by the name that the file has for them. */
export interface MetricBase {
  readonly base: string
  readonly look: MetricLook
}

export interface MetricsFound {
  /** Those that are left out as well, in the file's order. */
  readonly bases: readonly MetricBase[]
  readonly metrics: readonly MetricDraft[]
  /** Rows that hold at least one figure that is used. */
  readonly used: number
  /** Figures of which several rows were put together. */
  readonly combined: number
  readonly problems: readonly Problem[]
}

/** A figure of one row. */
interface Figure {
  readonly key: string
  readonly label: string
  readonly base: string
  readonly column: Column
  readonly value: number
  readonly period: ReadPeriod
  readonly size: number | undefined
}

/** All that reading rows needs to know. */
interface Reading {
  readonly columns: readonly Column[]
  readonly mapping: MetricMapping
  readonly period: Column | undefined
  readonly name: Column | undefined
  readonly values: readonly Column[]
  readonly groups: readonly { readonly column: Column; readonly use: GroupUse }[]
  readonly problems: ProblemList
}

/**
 * Makes metrics of a table. Rows of the same metric and time become one figure: the mean, weighted by the number of
 * observations if a column says it, or the sum. Every row that gives no figure is counted among the problems.
 * @param looks what was chosen otherwise than guessed, by base
 */
export function metricsFrom(
  rows: Rows,
  mapping: MetricMapping,
  looks: Readonly<Record<string, Partial<MetricLook>>> = {},
): MetricsFound {
  const reading = prepare(rows, mapping)
  const first = mapping.header ? 2 : 1
  const perRow = rowsBelow(rows, mapping.header).map((row, index) => figuresOf(row, index + first, reading))
  const figures = perRow.flat()
  const bases = basesOf(figures, looks)
  const lookOf = new Map(bases.map(({ base, look }) => [base, look]))
  const used = perRow.filter((own) => own.some(({ base }) => lookOf.get(base)?.included)).length
  let combined = 0
  const metrics = [...groupBy(figures, ({ key }) => key)].flatMap(([key, own]): MetricDraft[] => {
    const look = lookOf.get(own[0]?.base ?? '')
    if (!look?.included) return []
    const made = seriesOf(own, look)
    combined += made.combined
    for (let extra = made.series.length; extra > MOST_PERIODS; extra--) reading.problems.add('tooMany', first)
    const label = own[0]?.label ?? ''
    return [
      {
        key,
        name: cutText(label === '' ? look.name : `${look.name} · ${label}`, MOST_NAME),
        unit: look.unit,
        better: look.better,
        ...(look.target !== undefined && { target: look.target }),
        series: made.series.slice(-MOST_PERIODS),
      },
    ]
  })
  return { bases, metrics, used, combined, problems: reading.problems.all() }
}

function prepare(rows: Rows, mapping: MetricMapping): Reading {
  const columns = columnsOf(rows, mapping.header)
  const having = (role: string) => columns.filter(({ index }) => mapping.roles[index] === role)
  return {
    columns,
    mapping,
    period: having('period')[0],
    name: having('name')[0],
    values: having('value'),
    groups: having('group').map((column) => ({
      column,
      use: mapping.groups[column.index] ?? { kind: 'together' },
    })),
    problems: createProblems(),
  }
}

function figuresOf(row: readonly string[], number: number, reading: Reading): readonly Figure[] {
  const { period, name, values, groups, problems } = reading
  const cellOf = (column: Column) => (row[column.index] ?? '').trim()
  if (groups.some(({ column, use }) => use.kind === 'only' && cellOf(column) !== use.value)) return []
  const when = period ? readWhen(cellOf(period), number, period, problems) : NO_PERIOD
  if (!when) return []
  const called = name && cellOf(name)
  if (called === '') {
    problems.add('noName', number, name?.index)
    return []
  }
  const label = groups
    .flatMap(({ column, use }) => (use.kind === 'split' ? [cellOf(column) || '–'] : []))
    .join(' · ')
  const size = sizeOf(cellOf, number, reading)
  return values.flatMap((column): Figure[] => {
    const base = baseName(called, column, values.length)
    const value = readValue(cellOf(column), number, column, problems)
    return value === undefined
      ? []
      : [{ key: `${base}\n${label}`, label, base, column, value, period: when, size: size?.(column) }]
  })
}

/** A table without times says how things are now. */
const NO_PERIOD: ReadPeriod = { period: '', rank: 0, round: false }

function readWhen(cell: string, row: number, { index, dayOrder }: Column, problems: ProblemList) {
  const read = readPeriod(cell, dayOrder)
  if (!read) problems.add(isNothing(cell) ? 'noPeriod' : 'badPeriod', row, index, cell)
  return read
}

function readValue(
  cell: string,
  row: number,
  { index, decimal }: Column,
  problems: ProblemList,
): number | undefined {
  const read = readNumber(cell, decimal)
  if (!read) problems.add(isNothing(cell) ? 'noValue' : 'badNumber', row, index, cell)
  return read?.value
}

/** How many observations are behind the figures of a row; no column of numbers counts for itself. */
function sizeOf(
  cellOf: (column: Column) => string,
  row: number,
  { columns, mapping, problems }: Reading,
): ((of: Column) => number | undefined) | undefined {
  const column = mapping.size === null ? undefined : columns[mapping.size]
  if (!column) return undefined
  const read = readNumber(cellOf(column), column.decimal)?.value
  if (read === undefined || read < 0) problems.add('noSize', row, column.index, cellOf(column))
  return (of) => (of === column ? undefined : read === undefined || read < 0 ? undefined : read)
}

const baseName = (called: string | undefined, { name, index }: Column, count: number): string => {
  const own = name || String(index + 1)
  if (called === undefined) return own
  return count > 1 ? `${called} ${own}` : called
}

function basesOf(
  figures: readonly Figure[],
  looks: Readonly<Record<string, Partial<MetricLook>>>,
): readonly MetricBase[] {
  return [...groupBy(figures, ({ base }) => base)].flatMap(([base, own]) => {
    const [first] = own
    if (!first) return []
    // Of several metrics in one column, each has its own range.
    const numbers = own.map(({ value }) => value)
    const range = {
      ...first.column,
      least: numbers.reduce((a, b) => Math.min(a, b), Infinity),
      most: numbers.reduce((a, b) => Math.max(a, b), -Infinity),
      whole: numbers.every((value) => Number.isInteger(value)),
    }
    return [{ base, look: { ...guessLook(base, range), ...looks[base] } }]
  })
}

function seriesOf(
  figures: readonly Figure[],
  look: MetricLook,
): { readonly series: Metric['series']; readonly combined: number } {
  const byPeriod = groupBy(figures, ({ period }) => period.period)
  const periods = [...byPeriod.values()].flatMap(([first]) => first?.period ?? [])
  let combined = 0
  const series = sortPeriods(periods).map(({ period }) => {
    const own = byPeriod.get(period) ?? []
    if (own.length > 1) combined += 1
    const value =
      (look.combine === 'sum' ? sum(own.map((one) => one.value)) : mean(own)) * (look.fraction ? 100 : 1)
    const sizes = own.flatMap(({ size }) => size ?? [])
    return { period, value: tidy(value), ...(sizes.length > 0 && { size: sum(sizes) }) }
  })
  return { series, combined }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** Rows that do not say how many observations are behind them count as one observation. */
function mean(figures: readonly Figure[]): number {
  const weights = figures.map(({ size }) => size ?? 1)
  const total = sum(weights)
  if (total === 0) return sum(figures.map(({ value }) => value)) / figures.length
  return sum(figures.map(({ value }, index) => value * (weights[index] ?? 0))) / total
}

/** Without the dust of binary fractions: 16.4 rather than 16.400000000000002. */
const tidy = (value: number): number => Number(value.toPrecision(12))
