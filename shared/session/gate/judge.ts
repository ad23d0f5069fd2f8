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
import { isOwnRoot, owns, type OwnRoot } from './ownership.ts'
import { must } from './refusal.ts'
import { plainOf, type Touched } from './sandbox.ts'

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
  for (const [root, ids] of touched)
    for (const id of ids) {
      must(isKnownRoot(root), 'unknown-root')
      const [was, is] = [plainOf(before, root, id), plainOf(after, root, id)]
      if (equalityDeep(was, is)) continue
      must(isOwnRoot(root), 'structure')
      const old = was ?? gone(root, id)
      // Undone within a moment: all is as it was.
      if (was === undefined && equalityDeep(is, old)) continue
      if (!(root === 'shapes' && ridesOnOwn(before, person, was, is))) {
        must(was === undefined || owns(before, person, root, id), 'not-yours')
        must(root !== 'shapes' || !isStructure(fieldOf(was, 'kind')), 'structure')
        if (is !== undefined) judgeRecord(after, root, id, person)
        for (const field of DECIDED[root]) mustStay(field, old, is)
      }
      if (was === undefined && root === 'shapes') added++
      if (is === undefined) removed.push({ root, id, was })
    }
  if (added > 0) must(roomFor(before, added), 'too-many')
  return removed
}

/** Where a shape is, and nothing of what it is. */
const PLACED: ReadonlySet<string> = new Set(['geometry', 'order', 'section', 'frame', 'board'])

/** Others' stamps on one's own shape go where that goes, and go when it goes; they are not changed otherwise. */
function ridesOnOwn(before: Y.Doc, person: PersonId, was: unknown, is: unknown): boolean {
  const host = fieldOf(was, 'kind') === 'stamp' ? fieldOf(was, 'on') : undefined
  if (typeof host !== 'string' || !owns(before, person, 'shapes', host)) return false
  if (is === undefined) return true
  return equalityDeep(besidesPlace(was), besidesPlace(is)) && readShape({ ...fieldsOf(is), id: 'stamp' }).ok
}

const fieldsOf = (record: unknown): object => (typeof record === 'object' && record !== null ? record : {})
const besidesPlace = (record: unknown): unknown =>
  Object.fromEntries(Object.entries(fieldsOf(record)).filter(([field]) => !PLACED.has(field)))

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
function judgeRecord(doc: Y.Doc, root: OwnRoot, id: string, person: PersonId): void {
  const record: unknown = doc.getMap(root).get(id)
  must(record instanceof Y.Map, 'invalid')
  must(owns(doc, person, root, id), 'unsigned')
  const raw = toRaw(id, record)
  if (root === 'ballots') {
    const { id: _, ...fields } = raw
    const parsed = ballot.safeParse(fields)
    must(parsed.success && parsed.data.by === person && ballotKey(parsed.data) === id, 'invalid')
    mustBePlain(record, new Set(Object.keys(parsed.data)))
  } else if (root === 'moments') {
    must(readEntity('moments', raw) !== undefined && versionOf(raw) === ENTITY_VERSION, 'invalid')
    mustBePlain(record, MOMENT_FIELDS, 'text')
  } else judgeShape(record, raw)
}

const MOMENT_FIELDS: ReadonlySet<string> = new Set(Object.keys(ENTITIES.moments.shape))

function judgeShape(record: Y.Map<unknown>, raw: Raw): void {
  must(versionOf(raw) === SHAPE_VERSION, 'invalid')
  const read = readShape(raw)
  must(read.ok, 'invalid')
  must(!isStructure(read.shape.kind), 'structure')
  mustBePlain(record, FIELDS[read.shape.kind] ?? new Set(), 'text')
  // Whoever types in it counts on a text there, not on a value that reads like one.
  must(!('text' in read.shape) || record.get('text') instanceof Y.Text, 'invalid')
}

/** Values and nothing else, but for the field that is a text; a newer version may say a little that is not known here. */
function mustBePlain(record: Y.Map<unknown>, known: ReadonlySet<string>, text?: string): void {
  let unknown = 0
  record.forEach((value, field) => {
    must(!(value instanceof Y.AbstractType) || (field === text && value instanceof Y.Text), 'invalid')
    if (!known.has(field) && field !== 'v') unknown += field.length + JSON.stringify(value).length
  })
  must(unknown <= LIMITS.unknownFields, 'invalid')
}

/** Counting takes as long as there are shapes, so it is only done where the quick answer (those that are gone, too) is no. */
function roomFor(doc: Y.Doc, added: number): boolean {
  const shapes = doc.getMap('shapes')
  return shapes._map.size + added <= LIMITS.shapes || shapes.size + added <= LIMITS.shapes
}
