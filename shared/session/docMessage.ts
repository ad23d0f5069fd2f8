import { assert, unreachable } from '../util/assert.ts'
import { fromBase64url, toBase64url } from '../util/base64url.ts'
import type { PersonId } from './ids.ts'

/** Longest update in one message, bytes. What is longer is asked for, and comes in slices. */
export const MOST_UPDATE_BYTES = 250 * 1024

/** Longest that is said of a refused edit, bytes: some thousands of numbers. */
const MOST_REFUSED_BYTES = 96 * 1024

type Bytes = Uint8Array<ArrayBuffer>

/** What is said on the doc lane of a link: one byte for the kind, then its fields, numbers big endian. */
export type DocMessage =
  /** What do I lack at this state vector? `ask` (u8) tells the answers to several questions apart; the newest counts. */
  | { readonly kind: 'ask'; readonly ask: number; readonly vector: Bytes }
  /** A part of the answer. `left`: bytes that are still to come, about (u32). */
  | { readonly kind: 'slice'; readonly ask: number; readonly left: number; readonly update: Bytes }
  /** The answer is whole: from now on everything new follows by itself. */
  | { readonly kind: 'done'; readonly ask: number }
  /** An edit as it was made; of `person`, if it is only passed on (16 bytes). */
  | { readonly kind: 'edit'; readonly update: Bytes; readonly person?: PersonId | undefined }
  /** So many slices, ends of answers and edits of yours have been dealt with (u32). */
  | { readonly kind: 'taken'; readonly count: number }
  /** The same, and the hash of my state vector (u32): sent about once a second. */
  | { readonly kind: 'beat'; readonly count: number; readonly hash: number }
  /** There is more that is new than I can send you as it comes: ask. */
  | { readonly kind: 'stale' }
  /**
   * An edit of yours was refused here, or (u8) an answer: which, as JSON, or no bytes if that cannot be said. See
   * `refusedEdit`.
   */
  | { readonly kind: 'refused'; readonly answer: boolean; readonly edit: Bytes }

const KINDS = ['ask', 'slice', 'done', 'edit', 'edit-for', 'taken', 'beat', 'stale', 'refused'] as const
const PERSON_BYTES = 16

export function encodeDocMessage(message: DocMessage): Bytes {
  switch (message.kind) {
    case 'ask':
      return packed('ask', [message.ask], message.vector)
    case 'slice':
      return packed('slice', [message.ask, ...u32(message.left)], message.update)
    case 'done':
      return packed('done', [message.ask])
    case 'edit': {
      if (message.person === undefined) return packed('edit', [], message.update)
      const person = fromBase64url(message.person)
      assert(person?.length === PERSON_BYTES, 'the id of a person')
      return packed('edit-for', [...person], message.update)
    }
    case 'taken':
      return packed('taken', u32(message.count))
    case 'beat':
      return packed('beat', [...u32(message.count), ...u32(message.hash)])
    case 'stale':
      return packed('stale', [])
    case 'refused':
      return packed('refused', [message.answer ? 1 : 0], message.edit)
    default:
      return unreachable(message)
  }
}

function packed(kind: (typeof KINDS)[number], head: readonly number[], rest?: Uint8Array): Bytes {
  const bytes = new Uint8Array(1 + head.length + (rest?.length ?? 0))
  bytes[0] = KINDS.indexOf(kind)
  bytes.set(head, 1)
  if (rest) bytes.set(rest, 1 + head.length)
  return bytes
}

const u32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)

/** Nothing if the bytes are no such message. What is in updates and vectors is for others to check. */
export function decodeDocMessage(bytes: Bytes): DocMessage | undefined {
  const kind = KINDS[bytes[0] ?? KINDS.length]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const after = (head: number): Bytes => bytes.subarray(1 + head)
  const ask = bytes[1] ?? 0
  switch (kind) {
    case 'ask':
      return bytes.length > 2 ? { kind, ask, vector: after(1) } : undefined
    case 'slice':
      return hasUpdate(bytes, 5) ? { kind, ask, left: view.getUint32(2), update: after(5) } : undefined
    case 'done':
      return bytes.length === 2 ? { kind, ask } : undefined
    case 'edit':
      return hasUpdate(bytes, 0) ? { kind, update: after(0) } : undefined
    case 'edit-for': {
      const person = toBase64url(bytes.subarray(1, 1 + PERSON_BYTES)) as PersonId
      return hasUpdate(bytes, PERSON_BYTES)
        ? { kind: 'edit', update: after(PERSON_BYTES), person }
        : undefined
    }
    case 'taken':
      return bytes.length === 5 ? { kind, count: view.getUint32(1) } : undefined
    case 'beat':
      return bytes.length === 9 ? { kind, count: view.getUint32(1), hash: view.getUint32(5) } : undefined
    case 'stale':
      return bytes.length === 1 ? { kind } : undefined
    case 'refused':
      return bytes.length > 1 && bytes.length <= MOST_REFUSED_BYTES
        ? { kind, answer: bytes[1] === 1, edit: after(1) }
        : undefined
    case undefined:
      return undefined
    default:
      return unreachable(kind)
  }
}

/** An update has two bytes at least: no structs, no deletions. */
const hasUpdate = ({ length }: Bytes, head: number): boolean =>
  length >= 1 + head + 2 && length <= 1 + head + MOST_UPDATE_BYTES
