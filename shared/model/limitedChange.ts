import * as Y from 'yjs'
import type { PersonId } from '../session/ids.ts'
import { may, type Role } from '../session/role.ts'
import type { ItemRecord, Records } from './records.ts'
import type { Shape } from './shape.ts'
import type { Change, Patch } from './workshop.ts'

/** Who changes a workshop, and what they may. */
export interface Writer {
  readonly role: Role
  /** Nobody as long as there is no session. */
  readonly person: PersonId | undefined
}

/** What belongs to how a workshop is built, and is for those who may change that. */
const STRUCTURE: ReadonlySet<unknown> = new Set<Shape['kind']>(['section', 'storyboard', 'map'])
export const isStructure = (kind: unknown): boolean => STRUCTURE.has(kind)

/** What says who added it. */
export interface Signed {
  readonly by?: PersonId | undefined
  readonly kind?: unknown
}

/** May this writer change, move or remove it? */
export function mayChange({ role, person }: Writer, { by, kind }: Signed): boolean {
  if (may(role, 'editAll')) return true
  return may(role, 'editOwn') && by !== undefined && by === person && !isStructure(kind)
}

/** What others decide of one's own: see `judge` in shared/session/gate. */
type Decided = 'locked' | 'by'

/**
 * The same change for somebody who may not do everything: whatever peers would refuse is left out, and the rest is done. The
 * interface does not offer it in the first place; this is for what is written along, such as where another's connector ends now
 * that its end goes, and for whatever was forgotten there. Records are asked, not indexes: what was added a moment ago counts.
 */
export function limitedChange(
  change: Change,
  records: (root: 'shapes' | 'moments') => Records,
  writer: () => Writer,
): Change {
  const mayAdd = () => may(writer().role, 'add')
  const isOwn = (record: ItemRecord | undefined): boolean =>
    record instanceof Y.Map && may(writer().role, 'editOwn') && record.get('by') === writer().person
  const ownShape = (id: string): boolean => {
    const record = records('shapes').get(id)
    return isOwn(record) && !isStructure(record?.get('kind'))
  }
  /** Stamps of others on one's own shape go where that goes, and with it. */
  const ridesOnOwn = (id: string): boolean => {
    const record = records('shapes').get(id)
    return record instanceof Y.Map && record.get('kind') === 'stamp' && ownShape(String(record.get('on')))
  }
  const none = () => undefined
  const onOwn =
    <Rest extends unknown[]>(run: (id: Shape['id'], ...rest: Rest) => void) =>
    (id: Shape['id'], ...rest: Rest): void => {
      if (ownShape(id)) run(id, ...rest)
    }
  const adding = (run: (shape: Shape) => void) => (shape: Shape) => {
    if (mayAdd() && !isStructure(shape.kind)) run(withoutLock(shape))
  }
  return {
    add: adding(change.add),
    addStored: adding(change.addStored),
    update(id, patch) {
      if (ownShape(id)) change.update(id, undecided(patch))
      else if (ridesOnOwn(id)) change.update(id, placeIn(patch))
    },
    setText: onOwn(change.setText),
    editText: onOwn(change.editText),
    mark: onOwn(change.mark),
    remove(id) {
      if (ownShape(id) || ridesOnOwn(id)) change.remove(id)
    },
    become(shape) {
      if (ownShape(shape.id) && !isStructure(shape.kind)) change.become(shape)
    },
    put(kind, entity) {
      const old = kind === 'moments' ? records('moments').get(entity.id) : undefined
      if (kind === 'moments' && mayAdd() && (!old || isOwn(old))) change.put(kind, entity)
    },
    set(kind, id, patch) {
      if (kind === 'moments' && isOwn(records('moments').get(id))) change.set(kind, id, patch)
    },
    drop(kind, id) {
      if (kind === 'moments' && isOwn(records('moments').get(id))) change.drop(kind, id)
    },
    cast(ballot) {
      if (mayAdd() && ballot.by === writer().person) change.cast(ballot)
    },
    withdraw(ballot) {
      if (mayAdd() && ballot.by === writer().person) change.withdraw(ballot)
    },
    feel: none,
    addBoard: none,
    updateBoard: none,
    removeBoard: none,
  }
}

/** The part of a patch that says where a shape is, and nothing of what it is. */
function placeIn(patch: Patch): Patch {
  const { geometry, order, section, frame, board } = patch
  const all = { geometry, order, section, frame, board }
  return Object.fromEntries(Object.entries(all).filter(([field]) => field in patch))
}

const withoutLock = ({ locked: _, ...shape }: Shape): Shape => shape

function undecided(patch: Patch): Patch {
  const { locked: _, by: __, ...rest } = patch satisfies { readonly [K in Decided]?: unknown }
  return rest
}
