import type { ShapeId } from '../../model/ids.ts'
import { foldText } from '../../util/foldText.ts'
import type { Feedback } from '../entities.ts'
import type { FeedbackId, JourneyId } from '../ids.ts'

/** What has become of a piece of feedback. */
export type QuoteStatus = 'unplaced' | 'placed' | 'dismissed'

/** A piece of feedback with what follows from the workshop. */
export interface Quote {
  readonly feedback: Feedback
  readonly status: QuoteStatus
  /** On whose map it lies. */
  readonly journey: JourneyId | undefined
  /** Those that were merged into it. */
  readonly merged: readonly Feedback[]
}

/** Where a note lies: nothing if there is no such note, or it lies on no map. */
export type NoteReader = (id: ShapeId) => { readonly journey: JourneyId | undefined } | undefined

/** How feelings are told apart; `unknown` is what nobody has said. */
export const SENTIMENTS = ['good', 'neutral', 'bad', 'unknown'] as const
export type Sentiment = (typeof SENTIMENTS)[number]

/** The three feelings and what they are kept as. */
export const SENTIMENT_VALUE = { good: 1, neutral: 0, bad: -1, unknown: undefined } as const

export function sentimentOf({ sentiment }: Pick<Feedback, 'sentiment'>): Sentiment {
  if (sentiment === undefined) return 'unknown'
  return sentiment > 0.2 ? 'good' : sentiment < -0.2 ? 'bad' : 'neutral'
}

/** All feedback in its order, what was merged with what it was merged into. */
export function quotesOf(all: readonly Feedback[], noteOf: NoteReader): readonly Quote[] {
  const byId = new Map(all.map((one) => [one.id, one]))
  const merged = new Map<FeedbackId, Feedback[]>()
  const roots: Feedback[] = []
  for (const one of all) {
    const root = rootOf(one, byId)
    if (root === one) roots.push(one)
    else merged.set(root.id, [...(merged.get(root.id) ?? []), one])
  }
  return roots.map((feedback) => {
    const note = feedback.note === undefined ? undefined : noteOf(feedback.note)
    const status = note ? 'placed' : feedback.dismissed ? 'dismissed' : 'unplaced'
    return { feedback, status, journey: note?.journey, merged: merged.get(feedback.id) ?? [] }
  })
}

/** What a piece of feedback counts with; itself where it was merged into nothing, nothing that is there, or in a ring. */
function rootOf(one: Feedback, byId: ReadonlyMap<FeedbackId, Feedback>): Feedback {
  const seen = new Set<FeedbackId>([one.id])
  let at = one
  while (at.merged !== undefined) {
    const next = byId.get(at.merged)
    if (!next) return at
    if (seen.has(next.id)) return one
    seen.add(next.id)
    at = next
  }
  return at
}

export interface QuoteFilter {
  readonly text: string
  readonly status: QuoteStatus | 'all'
  /** As the feedback says it. */
  readonly language: string | undefined
  readonly sentiment: Sentiment | undefined
}

export const NO_FILTER: QuoteFilter = {
  text: '',
  status: 'unplaced',
  language: undefined,
  sentiment: undefined,
}

/** Those that pass a filter, in their order. */
export function filterQuotes(
  quotes: readonly Quote[],
  { text, status, language, sentiment }: QuoteFilter,
): readonly Quote[] {
  const words = foldText(text.trim()).text
  return quotes.filter(
    (quote) =>
      (status === 'all' || quote.status === status) &&
      (language === undefined || (quote.feedback.language ?? '') === language) &&
      (sentiment === undefined || sentimentOf(quote.feedback) === sentiment) &&
      (words === '' || [quote.feedback, ...quote.merged].some((one) => foldedTexts(one).includes(words))),
  )
}

const folded = new WeakMap<Feedback, string>()

/** What is looked through, as it is compared. */
function foldedTexts(one: Feedback): string {
  const known = folded.get(one)
  if (known !== undefined) return known
  const made = foldText([one.text, one.source, one.author ?? '', one.channel ?? ''].join('\n')).text
  folded.set(one, made)
  return made
}

/** How much of all feedback, merged ones counted, still waits for a place. */
export interface Unplaced {
  readonly unplaced: number
  readonly total: number
  /** 0 to 1, as it is said: 0 % and 100 % are exact. */
  readonly share: number
}

export function countUnplaced(quotes: readonly Quote[]): Unplaced {
  const count = (some: readonly Quote[]) => some.reduce((sum, { merged }) => sum + 1 + merged.length, 0)
  const total = count(quotes)
  const unplaced = count(quotes.filter(({ status }) => status === 'unplaced'))
  return { unplaced, total, share: total === 0 ? 0 : saidShare(unplaced / total) }
}

/** Whole percents; what is not all is never called all, nor what is something nothing. */
function saidShare(share: number): number {
  const rounded = Math.round(share * 100) / 100
  return share === 0 || share === 1 ? share : Math.min(0.99, Math.max(0.01, rounded))
}

/** The languages that feedback is in, the most frequent first; '' for those that do not say. */
export function languagesOf(all: readonly Feedback[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { language = '' } of all) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([language]) => language)
}
