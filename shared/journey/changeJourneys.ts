import * as Y from 'yjs'
import { editText } from '../model/editText.ts'
import type { ItemRecord, Records } from '../model/records.ts'
import type { PersonId } from '../session/ids.ts'
import { assert } from '../util/assert.ts'
import { ENTITIES, ENTITY_VERSION, TEXTS, type Emotion, type EntityKind, type EntityOf } from './entities.ts'
import type { PersonaId, StepId } from './ids.ts'
import { FEEL } from './readEntity.ts'

/** Fields to replace; `undefined` removes an optional one. */
export type EntityPatch<K extends EntityKind> = {
  readonly [F in Exclude<keyof EntityOf[K], 'id' | 'feelings'>]?: EntityOf[K][F] | undefined
}

/** How journeys are changed. Part of a Change, which says when. */
export interface JourneyChange {
  /** Adds an entity, or takes the place of the one with its id. */
  put<K extends EntityKind>(kind: K, entity: EntityOf[K]): void
  /** Replaces fields; texts are changed by the smallest edit. Nothing happens to an entity that is not there any more. */
  set<K extends EntityKind>(kind: K, id: EntityOf[K]['id'], patch: EntityPatch<K>): void
  /** Removes an entity. What refers to it is kept: notes whose step is gone lie in their journey's tray. */
  drop<K extends EntityKind>(kind: K, id: EntityOf[K]['id']): void
  /** How a persona other than the journey's actor feels at a step; nothing takes the feeling away. */
  feel(step: StepId, persona: PersonaId, emotion: Emotion | undefined): void
}

/** `records` gives the root of a kind, `signer` whoever adds things during a session. */
export function createJourneyChange(
  records: (kind: EntityKind) => Records,
  signer: () => PersonId | undefined = () => undefined,
): JourneyChange {
  function write(record: ItemRecord, field: string, value: unknown): void {
    const old = record.get(field)
    if (value === undefined) record.delete(field)
    else if (typeof value !== 'string' || !TEXTS.has(field)) record.set(field, value)
    else if (old instanceof Y.Text) editText(old, value)
    else record.set(field, new Y.Text(value))
  }

  return {
    put(kind, entity) {
      // What would not be read again is a mistake of ours, and is found here.
      assert(ENTITIES[kind].safeParse(entity).success, `${kind} ${entity.id} to be one that can be read`)
      const record: ItemRecord = new Y.Map()
      for (const [field, value] of fieldsOf(entity)) writeNew(record, field, value)
      record.set('v', ENTITY_VERSION)
      const by = signer()
      if (kind === 'moments' && by) record.set('by', by)
      records(kind).set(entity.id, record)
    },
    set(kind, id, patch) {
      const record = records(kind).get(id)
      if (!(record instanceof Y.Map)) return
      for (const [field, value] of Object.entries(patch)) write(record, field, value)
    },
    drop: (kind, id) => records(kind).delete(id),
    feel(step, persona, emotion) {
      const record = records('steps').get(step)
      if (record instanceof Y.Map) write(record, `${FEEL}${persona}`, emotion)
    },
  }
}

/** Into a record that is in no document yet, nothing can be read from it. */
function writeNew(record: ItemRecord, field: string, value: unknown): void {
  record.set(field, typeof value === 'string' && TEXTS.has(field) ? new Y.Text(value) : value)
}

function fieldsOf(entity: object): [string, unknown][] {
  return Object.entries(entity).flatMap(([field, value]): [string, unknown][] => {
    if (field === 'id' || value === undefined) return []
    if (field !== 'feelings') return [[field, value]]
    return Object.entries(value as Record<string, unknown>).map(([persona, felt]) => [
      `${FEEL}${persona}`,
      felt,
    ])
  })
}
