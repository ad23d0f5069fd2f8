import type { Link, Step } from '../../../shared/journey/entities.ts'
import { linkId, newId, type LinkId } from '../../../shared/journey/ids.ts'
import type { Editor } from '../editor.ts'
import { ordersAfter } from '../../../shared/journey/ordersAfter.ts'

/** Two steps of one journey, in the order in which they were chosen; nothing if anything else is. */
export function linkable({ workshop, chosen }: Editor): readonly [Step, Step] | undefined {
  const now = chosen.get()
  if (now?.kind !== 'steps' || now.ids.length !== 2) return undefined
  const [from, to] = now.ids.map((id) => workshop.journeys.get('steps', id))
  return from && to && from.journey === to.journey ? [from, to] : undefined
}

/** The link that goes from one of the chosen steps to the other. */
function linkBetween({ workshop }: Editor, [from, to]: readonly [Step, Step]): Link | undefined {
  return workshop.journeys.all('links').find((link) => link.from === from.id && link.to === to.id)
}

/**
 * Links the two chosen steps, the one chosen first to the other: a branch, or a loop if it goes back. Gives the link, or
 * the one there was.
 */
export function linkChosen(editor: Editor): LinkId | undefined {
  const steps = linkable(editor)
  if (!steps || editor.fixed) return undefined
  const known = linkBetween(editor, steps)
  if (known) return known.id
  const [from, to] = steps
  const [order = 'a0'] = ordersAfter(editor.workshop.journeys, 'links', 1)
  const id = newId(linkId)
  editor.workshop.change((change) =>
    change.put('links', { id, order, journey: from.journey, from: from.id, to: to.id, label: '' }),
  )
  return id
}

export function removeLink({ workshop, fixed }: Editor, id: LinkId): void {
  if (!fixed) workshop.change((change) => change.drop('links', id))
}
