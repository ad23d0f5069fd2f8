import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { readEntity } from '../../journey/readEntity.ts'
import { ENTITIES, ENTITY_VERSION } from '../../journey/entities.ts'
import { isStructure } from '../../model/limitedChange.ts'
import { readShape, versionOf, SHAPE_VERSION, type Raw } from '../../model/readShape.ts'
import { toRaw } from '../../model/records.ts'
import { ROOTS, type RootName } from '../../model/roots.ts'
import { FIELDS } from '../../model/shape.ts'
import { ballot, ballotKey } from '../ballot.ts'
import type { PersonId } from '../ids.ts'
import { LIMITS } from './limits.ts'
import { isOwnRoot, owns, ridesOnOwn, type OwnRoot } from './ownership.ts'
import { must } from './refusal.ts'
import { plainOf, type Fields, type Touched } from './sandbox.ts'

/** Fields of one's own that say what the group thinks, or what a facilitator has decided. */
const DECIDED: Readonly<Record<OwnRoot, readonly string[]>> = {
  shapes: ['by', 'locked'],
  moments: ['by', 'votes', 'picked', 'step'],
  ballots: [],
}

/** A record that is there no more, as it was. */
export interface Removed {
  readonly root: OwnRoot
  readonly id: string
  readonly was: unknown
}

/**
 * May a participant make of `before` what is in `after`? Refuses if not. Judged is what comes of an edit, not how it was written:
 * records that read as they did before are nobody's loss, which is also how an edit that was refused and taken back
 * passes in the end. Everything else must be the person's own, before and after, and be what it says it is. What is
 * judged by never changes (`by`), so that two peers who hear of things in another order come to the same; whether a shape
 * is locked would not be, which is why the lock of one's own shape is kept by the editor, and here only cannot be picked.
 * `gone` knows what was removed a moment ago and may come back as it was. Tells what is removed.
 */
export function judge(
  before: Y.Doc,
  after: Y.Doc,
  touched: Touched,
  person: PersonId,
  gone: (root: OwnRoot, id: string) => unknown = () => undefined,
): readonly Removed[] {
  const removed: Removed[] = []
  let added = 0
  for (const [root, records] of touched)
    for (const [id, fields] of records) {
      must(isKnownRoot(root), 'unknown-root')
      const [was, is] = [plainOf(before, root, id, fields), plainOf(after, root, id, fields)]
      if (equalityDeep(was, is)) continue
      must(isOwnRoot(root), 'structure')
      const old = was ?? gone(root, id)
      // Undone within a moment: all is as it was.
      if (was === undefined && equalityDeep(is, old)) continue
      const record: Changed = { before, after, root, id, fields, person }
      if (!onlyRides(record, was, is)) {
        must(was === undefined || owns(before, person, root, id), 'not-yours')
        must(root !== 'shapes' || !isStructure(fieldNow(before, root, id, 'kind')), 'structure')
        if (is !== undefined) judgeRecord(record)
        for (const field of DECIDED[root]) mustStay(field, old, is)
      }
      if (was === undefined && root === 'shapes') added++
      if (is === undefined) removed.push({ root, id, was })
    }
  if (added > 0) must(roomFor(before, added), 'too-many')
  return removed
}

/** A record of which these fields were changed, or all of it. */
interface Changed {
  readonly before: Y.Doc
  readonly after: Y.Doc
  readonly root: OwnRoot
  readonly id: string
  readonly fields: Fields
  readonly person: PersonId
}

/** Where a shape is, and nothing of what it is. */
const PLACED: ReadonlySet<string> = new Set(['geometry', 'order', 'section', 'frame', 'board'])

/** Others' stamps on one's own shape go where that goes, and go when it goes; they are not changed otherwise. */
function onlyRides(changed: Changed, was: unknown, is: unknown): boolean {
  const { before, root, id, person } = changed
  if (!ridesOnOwn(before, person, root, id)) return false
  if (is === undefined) return true
  return equalityDeep(besidesPlace(was), besidesPlace(is)) && readShape(rawOf(changed)).ok
}

function fieldNow(doc: Y.Doc, root: OwnRoot, id: string, field: string): unknown {
  const record: unknown = doc.getMap(root).get(id)
  return record instanceof Y.Map ? record.get(field) : undefined
}

const fieldsOf = (record: unknown): object => (typeof record === 'object' && record !== null ? record : {})
const besidesPlace = (record: unknown): unknown =>
  Object.fromEntries(Object.entries(fieldsOf(record)).filter(([field]) => !PLACED.has(field)))

/** The record as it will read: what was changed as it is now, all else as it was. */
function rawOf({ before, after, root, id, fields }: Changed): Raw {
  const now = toRaw(id, after.getMap(root).get(id))
  if (fields === 'all') return now
  const kept = Object.entries(toRaw(id, before.getMap(root).get(id))).filter(([field]) => !fields.has(field))
  const marks = fields.has('text') ? kept.filter(([field]) => field !== 'marks') : kept
  return { ...Object.fromEntries(marks), ...now }
}

function isKnownRoot(root: string): root is RootName {
  return ROOTS.some((known) => known === root)
}

/** `by` is set once, with the record; the others are not a participant's to set at all. */
function mustStay(field: string, was: unknown, is: unknown): void {
  const [old, now] = [fieldOf(was, field), fieldOf(is, field)]
  const fresh = was === undefined
  if (is === undefined || (fresh && (field === 'by' || now === undefined || now === 0))) return
  must(!fresh && old === now, 'structure')
}

const fieldOf = (record: unknown, field: string): unknown =>
  typeof record === 'object' && record !== null ? Reflect.get(record, field) : undefined

/** Is a record what a participant may have: readable, and their own? */
function judgeRecord(changed: Changed): void {
  const { after, root, id, person } = changed
  const record: unknown = after.getMap(root).get(id)
  must(record instanceof Y.Map, 'invalid')
  const raw = rawOf(changed)
  if (root === 'ballots') {
    const { id: _, ...fields } = raw
    must(id.startsWith(`${person}:`), 'unsigned')
    const parsed = ballot.safeParse(fields)
    must(parsed.success && parsed.data.by === person && ballotKey(parsed.data) === id, 'invalid')
    return mustBePlain(record, raw, new Set(Object.keys(parsed.data)))
  }
  must(raw['by'] === person, 'unsigned')
  if (root === 'shapes') return judgeShape(changed, record, raw)
  must(readEntity('moments', raw) !== undefined && versionOf(raw) === ENTITY_VERSION, 'invalid')
  mustBePlain(record, raw, MOMENT_FIELDS, 'text')
}

const MOMENT_FIELDS: ReadonlySet<string> = new Set(Object.keys(ENTITIES.moments.shape))

function judgeShape({ fields }: Changed, record: Y.Map<unknown>, raw: Raw): void {
  must(versionOf(raw) === SHAPE_VERSION, 'invalid')
  const read = readShape(raw)
  must(read.ok, 'invalid')
  must(!isStructure(read.shape.kind), 'structure')
  mustBePlain(record, raw, FIELDS[read.shape.kind] ?? new Set(), 'text')
  // Whoever types in it counts on a text there, not on a value that reads like one.
  const isNew = fields === 'all' || fields.has('text')
  must(!isNew || !('text' in read.shape) || record.get('text') instanceof Y.Text, 'invalid')
}

/** Values and nothing else, but for the field that is a text; a newer version may say a little that is not known here. */
function mustBePlain(record: Y.Map<unknown>, raw: Raw, known: ReadonlySet<string>, text?: string): void {
  record.forEach((value, field) => {
    must(!(value instanceof Y.AbstractType) || (field === text && value instanceof Y.Text), 'invalid')
  })
  let unknown = 0
  for (const [field, value] of Object.entries(raw))
    if (!known.has(field) && !READ.has(field)) unknown += field.length + JSON.stringify(value).length
  must(unknown <= LIMITS.unknownFields, 'invalid')
}

/** Of every record as it is read. */
const READ: ReadonlySet<string> = new Set(['id', 'v', 'marks'])

/** Counting takes as long as there are shapes, so it is only done where the quick answer (those that are gone, too) is no. */
function roomFor(doc: Y.Doc, added: number): boolean {
  const shapes = doc.getMap('shapes')
  return shapes._map.size + added <= LIMITS.shapes || shapes.size + added <= LIMITS.shapes
}
