import { center, unionOf } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { FIRST_BOARD, type BoardId } from '../../../shared/model/ids.ts'
import { boundsOf } from '../../../shared/model/shape.ts'
import type { Editor } from '../../editor/editor.ts'
import type { LiveSession } from '../../sync/liveSession.ts'

/** Where a note is put: `left` is for `addNoteNear`. */
interface PlaceForNote {
  readonly board: BoardId
  readonly near: Vec
  readonly left: number
}

/**
 * Where a note from a phone is to appear: where the facilitator is looking, so that it is seen by everybody at once. Phones
 * that send at the same moment know nothing of each other's notes: each has a place of its own, lest one hides the other.
 */
export function placeForNote(
  { workshop }: Pick<Editor, 'workshop'>,
  live: Pick<LiveSession, 'me' | 'members' | 'others'>,
): PlaceForNote {
  const others = live.others.get()
  const left = phonesBefore(live)
  const leader = live.members
    .get()
    .filter(({ role, kind }) => role === 'facilitator' && kind !== 'phone')
    .toSorted((a, b) => Number(b.hosting) - Number(a.hosting))
    .map(({ person }) => others.get(person))
    .find((presence) => presence?.board !== undefined && presence.view !== undefined)
  if (leader?.board !== undefined && leader.view)
    return { board: leader.board, near: [leader.view[0], leader.view[1]], left }
  const board = workshop.boards.all()[0]?.id ?? FIRST_BOARD
  const around = unionOf(workshop.shapes.shown(board).map(boundsOf))
  return { board, near: around ? center(around) : [0, 0], left }
}

/** How many phones come before this one, in an order that is the same for all. */
const phonesBefore = ({ me, members }: Pick<LiveSession, 'me' | 'members'>): number =>
  members.get().filter(({ kind, reach, person }) => kind === 'phone' && reach !== 'gone' && person < me)
    .length
