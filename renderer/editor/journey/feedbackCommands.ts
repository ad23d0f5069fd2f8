import type { Feedback, Step } from '../../../shared/journey/entities.ts'
import type { FeedbackId, StepId } from '../../../shared/journey/ids.ts'
import type { FeedbackDraft } from '../../../shared/journey/importData/feedbackFrom.ts'
import { ROLE_COLORS } from '../../../shared/journey/roleColors.ts'
import { excerpt } from '../../../shared/journey/triage/excerpt.ts'
import { SENTIMENT_VALUE, sentimentOf, type Sentiment } from '../../../shared/journey/triage/triage.ts'
import type { NoteColor } from '../../../shared/model/color.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { addCellNote, moveToCell } from './addCellNote.ts'
import { ordersAfter } from '../../../shared/journey/ordersAfter.ts'

/** What an import of feedback came to. */
export interface ImportedFeedback {
  readonly added: number
  /** Those that were in the workshop already. */
  readonly known: number
}

/**
 * Those that are not in the workshop yet, by id or by their very words.
 * @param byText compare words, for files that name no ids
 */
export function freshFeedback(
  { workshop }: Pick<Editor, 'workshop'>,
  drafts: readonly FeedbackDraft[],
  byText: boolean,
): readonly FeedbackDraft[] {
  const { journeys } = workshop
  // As often as the workshop has a text, so often is it known.
  const texts = new Map<string, number>()
  if (byText) for (const { text } of journeys.all('feedback')) texts.set(text, (texts.get(text) ?? 0) + 1)
  return drafts.filter(({ id, text }) => {
    const left = texts.get(text) ?? 0
    if (left > 0) texts.set(text, left - 1)
    return left === 0 && !journeys.get('feedback', id)
  })
}

/**
 * Takes in feedback in one step. What is in the workshop already, by id or by its very words, is left as it is: with
 * its place, and what has been said of it. See `freshFeedback`.
 */
export function importFeedback(
  editor: Editor,
  drafts: readonly FeedbackDraft[],
  byText = false,
): ImportedFeedback {
  if (editor.fixed) return { added: 0, known: 0 }
  const { workshop } = editor
  const fresh = freshFeedback(editor, drafts, byText)
  if (fresh.length > 0) {
    const orders = ordersAfter(editor.workshop.journeys, 'feedback', fresh.length)
    workshop.change((change) =>
      fresh.forEach((draft, index) => change.put('feedback', { ...draft, order: orders[index] ?? 'a0' })),
    )
  }
  return { added: fresh.length, known: drafts.length - fresh.length }
}

const QUOTE_COLOR: Readonly<Record<Sentiment, NoteColor>> = {
  good: 'green',
  neutral: ROLE_COLORS.thought,
  bad: 'orange',
  unknown: ROLE_COLORS.thought,
}

/**
 * Puts feedback at a step, as a quote among the thoughts of its journey: one step to undo. The note it had elsewhere
 * moves there. Returns the note; nothing if the feedback or the step is not there any more.
 */
export function placeQuote(editor: Editor, id: FeedbackId, step: StepId): ShapeId | undefined {
  const { journeys } = editor.workshop
  const feedback = journeys.get('feedback', id)
  const at = journeys.get('steps', step)
  if (!feedback || !at || editor.fixed) return undefined
  const old = noteOf(editor, id)
  let note = old?.id
  editor.workshop.change((change) => {
    // Somebody may have written in it, or put a stamp on it.
    if (old) moveToCell(editor, change, old, { journey: at.journey, role: 'thought', step })
    else note = addCellNote(editor, change, { ...quoteAt(feedback, at), role: 'thought' })
    change.set('feedback', id, { note, dismissed: undefined })
  })
  return note
}

/** The note that quotes feedback, if there is one. */
function noteOf({ workshop }: Pick<Editor, 'workshop'>, id: FeedbackId): Note | undefined {
  const note = workshop.journeys.get('feedback', id)?.note
  const shape = note === undefined ? undefined : workshop.shapes.get(note)
  // Peers may name any shape: only what quotes it is its note.
  return shape?.kind === 'note' && shape.quote === id ? shape : undefined
}

function quoteAt(feedback: Feedback, { journey, id: step }: Step) {
  const text = excerpt(feedback.text)
  return {
    journey,
    step,
    text,
    quote: feedback.id,
    evidence: 'heard' as const,
    style: { color: QUOTE_COLOR[sentimentOf(feedback)] },
    // The card would push everything else out of sight: the rest is in its details.
    ...(text.length < feedback.text.length && { description: feedback.text }),
  }
}

/** Takes a quote off its map: it waits in the tray again. */
export function takeQuoteBack(editor: Editor, id: FeedbackId): void {
  const { workshop, fixed } = editor
  if (fixed) return
  const note = noteOf(editor, id)
  workshop.change((change) => {
    if (note) change.remove(note.id)
    change.set('feedback', id, { note: undefined })
  })
}

/** Feedback that says the same, and the one of them that is kept. */
export interface Merger {
  readonly keep: FeedbackId
  readonly others: readonly FeedbackId[]
}

/**
 * Counts feedback with the one that is kept. The notes of the others go, unless theirs is the only one: then it is the
 * note of the kept one from now on.
 */
export function mergeAllFeedback(editor: Editor, mergers: readonly Merger[]): void {
  if (editor.fixed) return
  editor.workshop.change((change) => {
    for (const { keep, others } of mergers) {
      let spare = noteOf(editor, keep) === undefined
      for (const id of others) {
        const note = noteOf(editor, id)
        if (note && spare) {
          change.update(note.id, { quote: keep })
          change.set('feedback', keep, { note: note.id })
          spare = false
        } else if (note) change.remove(note.id)
        change.set('feedback', id, { merged: keep, note: undefined })
      }
    }
  })
}

/** Lets merged feedback stand for itself again. */
export function splitFeedback({ workshop, fixed }: Editor, ids: readonly FeedbackId[]): void {
  if (fixed) return
  workshop.change((change) => ids.forEach((id) => change.set('feedback', id, { merged: undefined })))
}

/** Feedback that belongs nowhere is put aside, and can be taken back. */
export function dismissFeedback({ workshop, fixed }: Editor, id: FeedbackId, dismissed: boolean): void {
  if (fixed) return
  workshop.change((change) => change.set('feedback', id, { dismissed: dismissed ? true : undefined }))
}

/** Somebody says how it was meant; its note, if it has one, shows it. */
export function judgeFeedback(editor: Editor, id: FeedbackId, sentiment: Sentiment): void {
  if (editor.fixed) return
  const note = noteOf(editor, id)
  editor.workshop.change((change) => {
    change.set('feedback', id, { sentiment: SENTIMENT_VALUE[sentiment] })
    if (note) change.update(note.id, { style: { ...note.style, color: QUOTE_COLOR[sentiment] } })
  })
}
