import { columnsOf, hasHeader, mostly, MOST_VALUES, wordsOf, type Column, type Rows } from './table.ts'

/** What a column of a table of figures is. */
export const METRIC_ROLES = ['period', 'value', 'name', 'group', 'size', 'ignore'] as const
export type MetricRole = (typeof METRIC_ROLES)[number]

/** What becomes of a column of groups, such as cities. */
export type GroupUse =
  /** Each group has metrics of its own. */
  | { readonly kind: 'split' }
  /** All groups count together. */
  | { readonly kind: 'together' }
  /** Rows of other groups are left out. */
  | { readonly kind: 'only'; readonly value: string }

/** How a table becomes metrics. Columns count from 0. */
export interface MetricMapping {
  /** The first row names the columns. */
  readonly header: boolean
  /** Of each column. */
  readonly roles: readonly MetricRole[]
  /** The column that says how many observations are behind a row: means are weighted by it. It may hold figures, too. */
  readonly size: number | null
  /** By column; groups that are not named here count together. */
  readonly groups: Readonly<Record<string, GroupUse>>
}

const SAYS_PERIOD =
  /\b(?:period|date|day|month|week|quarter|year|time|when)\b|datum|mjesec|razdoblje|godina|дата|месяц|период|год|miesi|okres|rok|ماه|تاریخ|دوره|سال/u
const SAYS_NAME =
  /\b(?:metric|kpi|measure|indicator)\b|pokazatelj|metrika|показател|метрик|wska[zź]nik|metryka|شاخص|سنجه/u
const SAYS_VALUE = /\b(?:value|score|result|amount|mean|average|avg)\b|vrijednost|значение|warto|مقدار/u
export const SAYS_COUNT =
  /\b(?:sample|size|sessions?|visits?|visitors|users|responses|respondents|count|n|orders|calls|tickets|reviews|observations)\b|broj|uzorak|кол-?во|количество|число|выборк|liczba|pr[oó]ba|تعداد|نمونه/u
const SAYS_SIZE = /\b(?:sample|size|n|responses|respondents|observations)\b|uzorak|выборк|pr[oó]ba|نمونه/u

/** What the columns most likely are; to be looked at and corrected by whoever knows. */
export function guessMetricMapping(rows: Rows): MetricMapping {
  const header = hasHeader(rows)
  const columns = columnsOf(rows, header)
  const period = findPeriod(columns)
  const name = columns.find(
    (column) => column !== period && SAYS_NAME.test(wordsOf(column.name)) && !mostly(column.numbers, column),
  )
  const numeric = columns.filter(
    (column) => column !== period && column !== name && mostly(column.numbers, column),
  )
  const sized = numeric.find(({ name: own, whole }) => whole && SAYS_SIZE.test(wordsOf(own)))
  const values = pickValues(numeric, name, sized)
  const counted = values.find(({ name: own, whole }) => whole && SAYS_COUNT.test(wordsOf(own)))
  const groups = columns.filter(
    (column) =>
      column !== period &&
      column !== name &&
      !numeric.includes(column) &&
      column.values.length > 1 &&
      column.values.length < MOST_VALUES,
  )
  const roleOf = (column: Column): MetricRole => {
    if (column === period) return 'period'
    if (column === name) return 'name'
    if (values.includes(column)) return 'value'
    if (column === sized) return 'size'
    return groups.includes(column) ? 'group' : 'ignore'
  }
  const use: GroupUse = { kind: values.length > 1 ? 'together' : 'split' }
  return {
    header,
    roles: columns.map(roleOf),
    size: (sized ?? counted)?.index ?? null,
    groups: Object.fromEntries(groups.map(({ index }) => [index, use])),
  }
}

/** The column of times: by its name, or the first that holds nothing but times that are no plain numbers. */
function findPeriod(columns: readonly Column[]): Column | undefined {
  const timely = columns.filter((column) => mostly(column.periods, column))
  return (
    timely.find(({ name }) => SAYS_PERIOD.test(wordsOf(name))) ??
    timely.find((column) => !mostly(column.numbers, column)) ??
    timely.find(({ whole, least, most }) => whole && least >= 1900 && most <= 2100)
  )
}

/** With names of metrics in a column, one column holds their values; else each column of numbers is a metric. */
function pickValues(
  numeric: readonly Column[],
  name: Column | undefined,
  size: Column | undefined,
): readonly Column[] {
  const others = numeric.filter((column) => column !== size && !isId(column))
  if (!name) return others
  const value = others.find((column) => SAYS_VALUE.test(wordsOf(column.name))) ?? others[0]
  return value ? [value] : []
}

/** Numbers that name rows measure nothing. */
const isId = ({ name, whole }: Column): boolean => whole && /(?:^|[ _])id$|^#$|^№$/i.test(name.trim())

/** Does the table hold figures by time, rather than texts? */
export function looksLikeMetrics(rows: Rows): boolean {
  const { roles, header } = guessMetricMapping(rows)
  const longest = columnsOf(rows, header).reduce((most, { length }) => Math.max(most, length), 0)
  return roles.includes('period') && roles.includes('value') && longest < 40
}

/** The same mapping with a column being something else. There is one column of times, one of names, one of sizes. */
export function withMetricRole(mapping: MetricMapping, column: number, role: MetricRole): MetricMapping {
  const single = role === 'period' || role === 'name' || role === 'size'
  const was = mapping.roles[column]
  const roles = mapping.roles.map((old, index) =>
    index === column ? role : single && old === role ? 'ignore' : old,
  )
  const size = role === 'size' ? column : was === 'size' && mapping.size === column ? null : mapping.size
  return { ...mapping, roles, size }
}

/** The same mapping weighted by another column, or by none. One that holds figures, too, keeps doing so. */
export function withWeight(mapping: MetricMapping, size: number | null): MetricMapping {
  const roles = mapping.roles.map((old, index): MetricRole => {
    if (index === size) return old === 'ignore' ? 'size' : old
    return old === 'size' ? 'ignore' : old
  })
  return { ...mapping, roles, size }
}
