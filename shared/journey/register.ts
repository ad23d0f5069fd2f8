import type { Note } from '../model/shape.ts'
import type { ShapeId } from '../model/ids.ts'
import { foldText } from '../util/foldText.ts'
import { EVIDENCE, PAIN_STATUS, type Journey, type Role, type Status, type Step } from './entities.ts'
import type { JourneyId, StepId } from './ids.ts'
import type { JourneyIndex } from './journeyIndex.ts'

/** A note of a journey as a line of a register. */
export interface RegisterRow {
  readonly id: ShapeId
  /** As it lies in the document. */
  readonly note: Note
  readonly journey: Journey
  /** Nothing for what lies in the tray, or belongs to a whole stage. */
  readonly step: Step | undefined
  /** Of the step in its journey, counting from 1; 0 without a step. */
  readonly number: number
  /** The frame that it names. */
  readonly serves: Frame | undefined
}

/** A step as the frame of a storyboard that it is. */
export interface Frame {
  readonly step: Step
  readonly journey: Journey
  /** Counting from 1. */
  readonly number: number
}

/** What registers are read from. */
export interface RegisterSource {
  readonly journeys: Pick<JourneyIndex, 'all' | 'stepsOf'>
  /** The notes of a journey, in order. */
  notesOf(journey: JourneyId): readonly Note[]
}

/** All frames, journey by journey, in the order of time. */
export const framesOf = ({ journeys }: Pick<RegisterSource, 'journeys'>): readonly Frame[] =>
  journeys
    .all('journeys')
    .flatMap((journey) =>
      journeys.stepsOf(journey.id).map((step, index): Frame => ({ step, journey, number: index + 1 })),
    )

/** The notes of a role in all journeys, in the order of time; what has no step comes last in its journey. */
export function rowsOf(source: RegisterSource, role: Role): readonly RegisterRow[] {
  const frames = new Map<StepId, Frame>(framesOf(source).map((frame) => [frame.step.id, frame]))
  return source.journeys.all('journeys').flatMap((journey) => {
    const rows = source.notesOf(journey.id).flatMap((note): RegisterRow[] => {
      if (note.cell?.role !== role) return []
      const frame = note.cell.step === undefined ? undefined : frames.get(note.cell.step)
      const here = frame?.journey.id === journey.id ? frame : undefined
      const serves = note.serves === undefined ? undefined : frames.get(note.serves)
      return [{ id: note.id, note, journey, step: here?.step, number: here?.number ?? 0, serves }]
    })
    return rows.sort((a, b) => (a.number || Infinity) - (b.number || Infinity) || 0)
  })
}

/** What nobody has said anything about is open. */
export const statusOf = ({ status }: Pick<Note, 'status'>): Status => status ?? 'open'

/** Nobody has said where it is known from, or it is said to be a guess. */
export const isAssumption = ({ evidence }: Pick<Note, 'evidence'>): boolean =>
  evidence === undefined || evidence === 'assumed'

/** Which rows are shown. An empty set stands for all; `''` in one for those that have none. */
export interface RegisterFilter {
  readonly text: string
  readonly status: ReadonlySet<Status>
  readonly severity: ReadonlySet<number>
  readonly owner: ReadonlySet<string>
  readonly step: ReadonlySet<StepId | ''>
  readonly journey: ReadonlySet<JourneyId>
  readonly assumptions: boolean
}

export const NO_FILTER: RegisterFilter = {
  text: '',
  status: new Set(),
  severity: new Set(),
  owner: new Set(),
  step: new Set(),
  journey: new Set(),
  assumptions: false,
}

const passes = <T>(chosen: ReadonlySet<T>, value: T): boolean => chosen.size === 0 || chosen.has(value)

/** The rows that a filter lets through, in the order they came in. */
export function filterRows(rows: readonly RegisterRow[], filter: RegisterFilter): readonly RegisterRow[] {
  const words = foldText(filter.text.trim()).text.split(/\s+/).filter(Boolean)
  return rows.filter(
    ({ note, journey, step }) =>
      passes(filter.status, statusOf(note)) &&
      passes(filter.severity, note.severity ?? 0) &&
      passes(filter.owner, note.owner ?? '') &&
      passes(filter.step, step?.id ?? '') &&
      passes(filter.journey, journey.id) &&
      (!filter.assumptions || isAssumption(note)) &&
      (words.length === 0 || holdsAll(note, words)),
  )
}

function holdsAll(note: Note, words: readonly string[]): boolean {
  const all = foldedTextOf(note)
  return words.every((word) => all.includes(word))
}

const foldedTexts = new WeakMap<Note, string>()

/** All that can be read in a row. Notes are values, so it is worked out once for each. */
function foldedTextOf(note: Note): string {
  const known = foldedTexts.get(note)
  if (known !== undefined) return known
  const { text, description = '', solution = '', owner = '' } = note
  const folded = foldText([text, description, solution, owner].join('\n')).text
  foldedTexts.set(note, folded)
  return folded
}

/** What rows can be sorted by. */
export const SORT_KEYS = [
  'text',
  'status',
  'severity',
  'owner',
  'due',
  'step',
  'description',
  'solution',
  'evidence',
  'impact',
  'effort',
  'serves',
  'journey',
] as const
export type SortKey = (typeof SORT_KEYS)[number]

export interface RegisterSort {
  readonly by: SortKey
  readonly descending: boolean
}

/** The rows in another order; those that say nothing about it come last either way. `locale` is a BCP 47 tag. */
export function sortRows(
  rows: readonly RegisterRow[],
  sort: RegisterSort | null,
  locale: string,
): readonly RegisterRow[] {
  if (!sort) return rows
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const places = new Map<string, number>()
  for (const { journey } of rows) if (!places.has(journey.id)) places.set(journey.id, places.size)
  const value = (row: RegisterRow) => sortValue(row, sort.by, places)
  const sign = sort.descending ? -1 : 1
  return rows
    .map((row) => [row, value(row)] as const)
    .sort(([, a], [, b]) => {
      if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
      return sign * (typeof a === 'string' && typeof b === 'string' ? compare(a, b) : Number(a) - Number(b))
    })
    .map(([row]) => row)
}

/** Journeys and their frames are in the order that they have anyway: `places` says of the journeys which. */
function sortValue(
  { note, journey, step, number, serves }: RegisterRow,
  by: SortKey,
  places: ReadonlyMap<string, number>,
): string | number | undefined {
  const along = (of: Journey, at: number): number => (places.get(of.id) ?? places.size) * 100_000 + at
  switch (by) {
    case 'status':
      return PAIN_STATUS.indexOf(statusOf(note))
    case 'evidence':
      return note.evidence && EVIDENCE.indexOf(note.evidence)
    case 'step':
      return step && along(journey, number)
    case 'serves':
      return serves && along(serves.journey, serves.number)
    case 'journey':
      return places.get(journey.id)
    case 'severity':
    case 'impact':
    case 'effort':
      return note[by]
    case 'text':
    case 'owner':
    case 'due':
    case 'description':
    case 'solution':
      return note[by] || undefined
  }
}

/** How many are solved, of those that were not put aside. */
export interface Solved {
  readonly count: number
  readonly of: number
}

export function countSolved(rows: readonly RegisterRow[]): Solved {
  const counted = rows.filter(({ note }) => statusOf(note) !== 'dismissed')
  return { count: counted.filter(({ note }) => statusOf(note) === 'solved').length, of: counted.length }
}

/** Everybody who owns one of them, by name. `locale` is a BCP 47 tag. */
export const ownersOf = (rows: readonly RegisterRow[], locale: string): readonly string[] =>
  [...new Set(rows.flatMap(({ note }) => note.owner ?? []))].sort(new Intl.Collator(locale).compare)

/** What is known of a note besides its text. */
export type NoteDetails = Pick<
  Note,
  | 'status'
  | 'severity'
  | 'owner'
  | 'due'
  | 'description'
  | 'solution'
  | 'impact'
  | 'effort'
  | 'serves'
  | 'evidence'
  | 'touchpoint'
  | 'channel'
  | 'team'
>
