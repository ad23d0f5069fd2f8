import type { Moment } from '../../../shared/journey/entities.ts'
import { momentId, newId, type JourneyId, type MomentId, type StoryId } from '../../../shared/journey/ids.ts'
import { strongest } from '../../../shared/journey/flow/flowMoments.ts'
import type { Editor } from '../editor.ts'
import { ordersAfter } from '../../../shared/journey/ordersAfter.ts'

/** Adds to the list of emotional moments, after all others. Gives their ids. */
export function addMoments(
  editor: Editor,
  { story, journey }: { readonly story: StoryId; readonly journey: JourneyId | undefined },
  texts: readonly string[],
): readonly MomentId[] {
  if (editor.readOnly || texts.length === 0) return []
  const orders = ordersAfter(editor.workshop.journeys, 'moments', texts.length)
  const made = texts.map((text, index): Moment => ({
    id: newId(momentId),
    order: orders[index] ?? 'a0',
    story,
    text,
    votes: 0,
    ...(journey !== undefined && { journey }),
  }))
  editor.workshop.change((change) => made.forEach((moment) => change.put('moments', moment)))
  return made.map(({ id }) => id)
}

/** One vote more or less; never less than none. */
export function voteMoment({ workshop, fixed }: Editor, id: MomentId, by: 1 | -1): void {
  const moment = workshop.journeys.get('moments', id)
  if (!moment || fixed || moment.votes + by < 0) return
  workshop.change((change) => change.set('moments', id, { votes: moment.votes + by }))
}

/** Is it one of the important moments? */
export function pickMoment({ workshop, fixed }: Editor, id: MomentId, picked: boolean): void {
  if (fixed) return
  workshop.change((change) => change.set('moments', id, { picked: picked || undefined }))
}

/** Picks those with the most votes of each track, and no others. */
export function pickStrongest({ workshop, fixed }: Editor, moments: readonly Moment[]): void {
  if (fixed) return
  const chosen = strongest(moments)
  workshop.change((change) => {
    for (const { id, picked } of moments) {
      const next = chosen.has(id) ? true : undefined
      if (next !== picked) change.set('moments', id, { picked: next })
    }
  })
}

export function removeMoment({ workshop, readOnly }: Editor, id: MomentId): void {
  if (!readOnly) workshop.change((change) => change.drop('moments', id))
}
