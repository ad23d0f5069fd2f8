import { columnsOf, hasHeader, mostly, MOST_VALUES, wordsOf, type Column, type Rows } from './table.ts'

/** What a column of a table of feedback is. At most one column has each role. */
export const FEEDBACK_ROLES = [
  'text',
  'id',
  'source',
  'channel',
  'language',
  'rating',
  'sentiment',
  'date',
  'author',
  'ignore',
] as const
export type FeedbackRole = (typeof FEEDBACK_ROLES)[number]

/** How a table becomes feedback. */
export interface FeedbackMapping {
  /** The first row names the columns. */
  readonly header: boolean
  /** Of each column. */
  readonly roles: readonly FeedbackRole[]
}

/** What columns are called, in the languages of the interface, by role. */
const NAMED: readonly (readonly [FeedbackRole, RegExp])[] = [
  ['id', /^(?:id|key|uuid|review id|response id|comment id|ticket(?: id)?|#|№|nr)$/u],
  ['language', /\b(?:lang(?:uage)?|locale)\b|jezik|язык|język|زبان/u],
  ['rating', /\b(?:rating|stars?|score|nps|csat|grade)\b|ocjena|оценк|ocen|امتیاز/u],
  ['sentiment', /\b(?:sentiment|polarity|mood|tone)\b|raspoložen|тональн|nastr[oó]j|احساس/u],
  ['date', /\b(?:date|time|created|posted|submitted|when)\b|datum|дата|data\b|تاریخ/u],
  ['author', /\b(?:author|user|reviewer|customer|respondent|name)\b|autor|автор|ime\b|imię|نویسنده/u],
  ['channel', /\b(?:channel|medium|platform)\b|kanal|канал|kanał|کانال/u],
  ['source', /\b(?:source|listing|product|place|site|survey|origin)\b|izvor|источник|źródło|منبع/u],
]
const SAYS_TEXT =
  /\b(?:text|comment|comments|review|feedback|message|body|answer|quote|verbatim)\b|komentar|tekst|комментар|отзыв|текст|opinia|نظر|متن/u

/** What the columns most likely are; to be looked at and corrected by whoever knows. */
export function guessFeedbackMapping(rows: Rows): FeedbackMapping {
  const header = hasHeader(rows)
  const columns = columnsOf(rows, header)
  const text = findText(columns)
  const roles = new Map<number, FeedbackRole>()
  if (text) roles.set(text.index, 'text')
  for (const [role, name] of NAMED) {
    const column = columns.find(
      (one) => !roles.has(one.index) && name.test(wordsOf(one.name)) && fits(role, one),
    )
    if (column) roles.set(column.index, role)
  }
  if (!header) guessUnnamed(columns, roles)
  return { header, roles: columns.map(({ index }) => roles.get(index) ?? 'ignore') }
}

/** The column of the longest texts; one that is called so counts for more. */
function findText(columns: readonly Column[]): Column | undefined {
  const weight = (column: Column) =>
    mostly(column.numbers, column) ? 0 : column.length * (SAYS_TEXT.test(wordsOf(column.name)) ? 4 : 1)
  return columns.reduce<Column | undefined>(
    (best, column) => (weight(column) > (best ? weight(best) : 0) ? column : best),
    undefined,
  )
}

function fits(role: FeedbackRole, column: Column): boolean {
  if (role === 'rating') return mostly(column.numbers, column)
  if (role === 'date') return mostly(column.periods, column)
  if (role === 'language') return column.values.length < MOST_VALUES
  return column.filled > 0
}

/** Without names, only what cannot be anything else is guessed. */
function guessUnnamed(columns: readonly Column[], roles: Map<number, FeedbackRole>): void {
  const free = columns.filter(({ index }) => !roles.has(index))
  const date = free.find((column) => mostly(column.periods, column) && !mostly(column.numbers, column))
  if (date) roles.set(date.index, 'date')
}

/** The same roles with one changed: whoever had it before has none. */
export function withRole(
  roles: readonly FeedbackRole[],
  column: number,
  role: FeedbackRole,
): readonly FeedbackRole[] {
  return roles.map((old, index) => (index === column ? role : old === role ? 'ignore' : old))
}

/** Does the table hold what people said, with something that says where from? */
export function looksLikeFeedback(rows: Rows): boolean {
  const { header, roles } = guessFeedbackMapping(rows)
  const text = columnsOf(rows, header)[roles.indexOf('text')]
  return (
    header &&
    text !== undefined &&
    text.length > 25 &&
    roles.some((role) => role !== 'text' && role !== 'ignore')
  )
}
