import * as Y from 'yjs'
import { readMarks } from './marks.ts'
import type { RootName } from './roots.ts'
import type { Raw } from './readShape.ts'

/** How one item lies in the document: a map of its fields, so that two people can edit two fields of one note. */
export type ItemRecord = Y.Map<unknown>
export type Records = Y.Map<ItemRecord>

export const recordsOf = (doc: Y.Doc, root: RootName): Records => doc.getMap<ItemRecord>(root)

/** The record's fields as plain values. Anything that is not a record reads as an empty one, which is invalid. */
export function toRaw(id: string, record: unknown): Raw {
  if (!(record instanceof Y.Map)) return { id }
  const raw: Record<string, unknown> = { id }
  // Not by its iterator, which costs half as much again for every one of thousands of shapes.
  record.forEach((value: unknown, field: string) => {
    raw[field] = value instanceof Y.Text ? value.toString() : value
    if (field !== 'text' || !(value instanceof Y.Text)) return
    const marks = readMarks(value)
    if (marks) raw['marks'] = marks
  })
  return raw
}

/** The fields of an item that were set anew; nothing if the item came, went, or something inside a field changed. */
export type ChangedFields = ReadonlySet<string> | undefined

/**
 * What a batch of deep events touched. A change to the root names items as keys; one inside an item has its id as the
 * first step of the path.
 */
export function changesIn(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Map<string, ChangedFields> {
  const changes = new Map<string, ChangedFields>()
  for (const event of events) {
    if (event.path.length === 0) {
      for (const key of event.changes.keys.keys()) changes.set(key, undefined)
      continue
    }
    const id = String(event.path[0])
    const fields = event.path.length === 1 && event instanceof Y.YMapEvent ? event.keysChanged : undefined
    changes.set(id, changes.has(id) ? undefined : fields)
  }
  return changes
}
