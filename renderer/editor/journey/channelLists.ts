import type { NoteColor } from '../../../shared/model/color.ts'
import { NOTE_COLORS } from '../../../shared/model/color.ts'
import type { Phase } from '../../../shared/journey/entities.ts'
import { channelId, newId, teamId, touchpointId } from '../../../shared/journey/ids.ts'
import type { Editor } from '../editor.ts'
import { ordersAfter } from '../../../shared/journey/ordersAfter.ts'

/** What a workshop lists besides its personas. */
export type ListKind = 'channels' | 'touchpoints' | 'teams'

/** One to be: of the stock, which is named in every language, or with a name of its own. */
export interface NewListed {
  readonly name?: string
  readonly stock?: string
  readonly phase?: Phase
}

/** Adds to a list, at its end. One undo step. */
export function addListed(editor: Editor, kind: ListKind, items: readonly NewListed[]): void {
  const { workshop, fixed } = editor
  if (fixed || items.length === 0) return
  const orders = ordersAfter(editor.workshop.journeys, kind, items.length)
  const teams = workshop.journeys.all('teams').length
  workshop.change((change) => {
    for (const [index, { name = '', stock, phase = 'during' }] of items.entries()) {
      const order = orders[index] ?? 'a0'
      const named = { order, name, ...(stock !== undefined && { stock }) }
      if (kind === 'channels') change.put('channels', { ...named, id: newId(channelId) })
      else if (kind === 'touchpoints') change.put('touchpoints', { ...named, id: newId(touchpointId), phase })
      else change.put('teams', { id: newId(teamId), order, name, color: teamColor(teams + index) })
    }
  })
}

/** A colour for the team at an index, so that the first ones differ. */
const teamColor = (index: number): NoteColor => NOTE_COLORS[(index * 3 + 4) % NOTE_COLORS.length] ?? 'grey'
