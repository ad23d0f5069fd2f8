import * as Y from 'yjs'
import type { Vector } from './vectors.ts'

type Struct = Y.Item | Y.GC

/** A part of what somebody lacks: an update in the first format of Yjs. */
export interface Slice {
  readonly update: Uint8Array<ArrayBuffer>
  /** `deletions` come last of all: from the first of them on, everything that was ever added has been given. */
  readonly kind: 'additions' | 'deletions'
  readonly structs: number
  /** Structs that are still to come, as things are now. */
  readonly left: number
}

/** Most structs and bytes of one slice: about a millisecond on either side. One long value may exceed the bytes. */
const MOST_STRUCTS = 300
const MOST_BYTES = 32 * 1024
/** Longer texts are given in pieces of so many UTF-16 units. */
const MOST_TEXT = 8192
/** Deletions are looked for among so many structs at a time. */
const MOST_LOOKED_AT = 20_000

/**
 * All that a document has and a peer at `vector` lacks, in slices that can be applied one after the other as they come:
 * nothing in a slice rests on a later one. Written straight from the structs, as slices are asked for; whatever changes in
 * the document meanwhile is part of what follows, up to the first slice of deletions.
 */
export function* slices(doc: Y.Doc, vector: Vector): Generator<Slice, void, undefined> {
  const given = new Map(vector)
  /** Clients whose next struct waits for another client's, each for the one after it. */
  const waiting: number[] = []
  for (;;) {
    const slice = additions(doc, given, waiting)
    if (!slice) break
    yield slice
  }
  yield* deletions(doc)
}

function additions(doc: Y.Doc, given: Map<number, number>, waiting: number[]): Slice | undefined {
  const reader = createReader(doc, given)
  const parts = new Map<number, Part>()
  let [structs, bytes] = [0, 0]
  while (structs < MOST_STRUCTS && bytes < MOST_BYTES) {
    const client = waiting.at(-1) ?? reader.nextClient()
    if (client === undefined) break
    const next = reader.structAt(client)
    if (!next) {
      waiting.pop()
      continue
    }
    const missing = missingFor(next, given)
    if (missing !== undefined) {
      if (waiting.at(-1) !== client) waiting.push(client)
      waiting.push(missing)
      continue
    }
    const part = parts.get(client) ?? { encoder: new Y.UpdateEncoderV1(), clock: next.clock, count: 0 }
    parts.set(client, part)
    const before = sizeOf(part.encoder)
    given.set(client, write(next, part.encoder))
    part.count += 1
    structs += 1
    bytes += sizeOf(part.encoder) - before
    if (waiting.at(-1) === client) waiting.pop()
  }
  if (structs === 0) return undefined
  return { update: updateOf(parts), kind: 'additions', structs, left: reader.left() }
}

interface Part {
  readonly encoder: Y.UpdateEncoderV1
  /** Of the first struct. */
  readonly clock: number
  count: number
}

/** The rest of a struct from `clock` on. */
interface Next {
  readonly struct: Struct
  readonly clock: number
}

/** Where each client's structs go on. Good until the document changes. */
function createReader(doc: Y.Doc, given: ReadonlyMap<number, number>) {
  const { clients } = doc.store
  /** Higher ids first, as Yjs writes them: conflicts are sorted out faster. */
  const order = [...clients.keys()].sort((a, b) => b - a)
  const places = new Map<number, number>()
  const lacks = (client: number): boolean => Y.getState(doc.store, client) > (given.get(client) ?? 0)

  /** Where in the list of its client's structs the next one is. */
  function placeOf(client: number, list: readonly Struct[]): number {
    const clock = given.get(client) ?? 0
    const known = places.get(client)
    let place = known ?? Y.findIndexSS(list as Struct[], clock)
    const at = list[place]
    if (at && at.id.clock + at.length <= clock) place += 1
    places.set(client, place)
    return place
  }

  return {
    nextClient: () => order.find(lacks),
    structAt(client: number): Next | undefined {
      const list = clients.get(client)
      if (!list || !lacks(client)) return undefined
      const struct = list[placeOf(client, list)]
      return struct && { struct, clock: Math.max(struct.id.clock, given.get(client) ?? 0) }
    },
    left: () =>
      order.filter(lacks).reduce((sum, client) => {
        const list = clients.get(client) ?? []
        return sum + list.length - placeOf(client, list)
      }, 0),
  }
}

/** The client of which more must have been given before this struct can be applied; the same that Yjs looks at. */
function missingFor({ struct, clock }: Next, given: ReadonlyMap<number, number>): number | undefined {
  if (!(struct instanceof Y.Item)) return undefined
  const { client } = struct.id
  const lacking = (id: Y.ID | null): boolean =>
    id !== null && id.client !== client && id.clock >= (given.get(id.client) ?? 0)
  const origin = clock > struct.id.clock ? null : struct.origin
  if (lacking(origin)) return origin?.client
  if (lacking(struct.rightOrigin)) return struct.rightOrigin?.client
  if (origin !== null || struct.rightOrigin !== null) return undefined
  const parent = parentOf(struct)
  return lacking(parent) ? parent?.client : undefined
}

function parentOf({ parent }: Y.Item): Y.ID | null {
  if (parent instanceof Y.AbstractType) return parent._item?.id ?? null
  return parent instanceof Y.ID ? parent : null
}

/** Writes a struct, or as much of a long text as is given at once, and says up to which clock. */
function write({ struct, clock }: Next, encoder: Y.UpdateEncoderV1): number {
  const offset = clock - struct.id.clock
  const end = struct.id.clock + struct.length
  if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) {
    const piece = pieceOf(struct.content.str, offset)
    if (piece.length < struct.length - offset) {
      const { id, origin, rightOrigin, parent, parentSub } = struct
      const from = offset > 0 ? Y.createID(id.client, clock - 1) : origin
      const content = new Y.ContentString(piece)
      const at = Y.createID(id.client, clock)
      new Y.Item(at, null, from, null, rightOrigin, parent, parentSub, content).write(encoder, 0)
      return clock + piece.length
    }
  }
  struct.write(encoder, offset)
  return end
}

/** No piece ends in the middle of a pair of surrogates: Yjs would replace both halves. */
function pieceOf(text: string, from: number): string {
  const end = from + MOST_TEXT
  const last = text.charCodeAt(end - 1)
  return text.slice(from, last >= 0xd800 && last < 0xdc00 ? end - 1 : end)
}

/** Bytes written so far. */
function sizeOf({ restEncoder }: Y.UpdateEncoderV1): number {
  return restEncoder.bufs.reduce((sum, { length }) => sum + length, restEncoder.cpos)
}

/** `writeLen` of the first format writes any number as a varUint. */
function updateOf(parts: ReadonlyMap<number, Part>): Uint8Array<ArrayBuffer> {
  const bytes = [...parts].flatMap(([client, { encoder, clock, count }], index) => {
    const head = new Y.UpdateEncoderV1()
    if (index === 0) head.writeLen(parts.size)
    head.writeLen(count)
    head.writeClient(client)
    head.writeLen(clock)
    return [head.toUint8Array(), encoder.toUint8Array()]
  })
  return joined([...bytes, Uint8Array.of(0)]) // no deletions
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Everything that is deleted: which part of that a peer knows its vector does not say. */
function* deletions(doc: Y.Doc): Generator<Slice, void, undefined> {
  const { store } = doc
  for (const client of store.clients.keys())
    for (let clock = 0; clock < Y.getState(store, client);) {
      const found = deletedFrom(store.clients.get(client) ?? [], clock)
      clock = found.end
      if (found.ranges.length === 0) continue
      const update = deletionsOf(client, found.ranges)
      yield { update, kind: 'deletions', structs: found.structs, left: 0 }
    }
}

type Range = [clock: number, length: number]

/** What of one client is deleted, from a clock on: as much as is looked at and deleted at once. */
function deletedFrom(list: readonly Struct[], clock: number) {
  const ranges: Range[] = []
  const first = Y.findIndexSS(list as Struct[], clock)
  let [at, structs] = [first, 0]
  for (; at < list.length && at - first < MOST_LOOKED_AT && structs < MOST_STRUCTS; at++) {
    const struct = list[at]
    if (!struct?.deleted) continue
    structs += 1
    const last = ranges.at(-1)
    if (last && last[0] + last[1] === struct.id.clock) last[1] += struct.length
    else ranges.push([struct.id.clock, struct.length])
  }
  const end = list[at - 1]
  return { ranges, structs, end: end ? end.id.clock + end.length : Infinity }
}

function deletionsOf(client: number, ranges: readonly Range[]): Uint8Array<ArrayBuffer> {
  const encoder = new Y.UpdateEncoderV1()
  encoder.writeLen(0) // no structs
  encoder.writeLen(1)
  encoder.writeClient(client)
  encoder.writeLen(ranges.length)
  for (const [clock, length] of ranges) {
    encoder.writeLen(clock)
    encoder.writeLen(length)
  }
  return new Uint8Array(encoder.toUint8Array())
}
