import * as Y from 'yjs'
import { deletedUnits } from './deletedUnits.ts'

/** How far a document is: of each client id, how many clocks it has. */
export type Vector = ReadonlyMap<number, number>

/** Most bytes of an encoded state vector that are read: some thousands of client ids. */
export const MOST_VECTOR_BYTES = 45_000

export function vectorOf(doc: Y.Doc): Map<number, number> {
  const vector = new Map<number, number>()
  for (const client of doc.store.clients.keys()) vector.set(client, Y.getState(doc.store, client))
  return vector
}

/** Stands for deletions, of which a state vector says nothing; no client has such an id. */
const DELETED = 2 ** 32

/** The same with how much is deleted: two that are equal have the same content, if each has at most what the other has. */
export const progressOf = (doc: Y.Doc): Vector => vectorOf(doc).set(DELETED, deletedUnits(doc))

export const encodedProgress = (doc: Y.Doc): Uint8Array => Y.encodeStateVector(new Map(progressOf(doc)))

/** Nothing if the bytes are no state vector. */
export function decodeVector(bytes: Uint8Array): Vector | undefined {
  if (bytes.length > MOST_VECTOR_BYTES) return undefined
  try {
    return Y.decodeStateVector(bytes)
  } catch {
    return undefined
  }
}

/** Whether whoever has `a` has all that `b` has. Encoded; nonsense covers nothing and is not covered. */
export function covers(a: Uint8Array, b: Uint8Array): boolean {
  const [ours, theirs] = [decodeVector(a), decodeVector(b)]
  if (!ours || !theirs) return false
  return [...theirs].every(([client, clock]) => (ours.get(client) ?? 0) >= clock)
}

/** 32 bits that are the same for equal vectors, in whatever order they were learnt. */
export function hashOfVector(vector: Vector): number {
  let hash = 0
  for (const [client, clock] of vector) if (clock > 0) hash = (hash + mixed(client, clock)) | 0
  return hash >>> 0
}

/** The last step of MurmurHash3 (Appleby), once for each of the two. */
function mixed(client: number, clock: number): number {
  return avalanche(avalanche(client) ^ Math.imul(clock, 0x9e3779b1))
}

function avalanche(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
