import { readBytes, type Bytes } from './bytes.ts'
import { FORBIDDEN_KEYS, LIMITS } from './limits.ts'
import { readKey, readValue } from './readValue.ts'
import { must, Refusal } from './refusal.ts'

/** Names one unit of what somebody wrote. */
export interface Id {
  readonly client: number
  readonly clock: number
}

/** What a struct holds. Of types, `map` and `text` are what workshops are made of; `array` may come one day. */
export type Content = 'gc' | 'skip' | 'deleted' | 'string' | 'format' | 'value' | 'map' | 'array' | 'text'

/** One struct of an update, as far as the gate has to know it. `at` and `end` say where its bytes are. */
export interface Struct {
  readonly client: number
  readonly clock: number
  readonly len: number
  readonly content: Content
  readonly origin: Id | undefined
  readonly right: Id | undefined
  /** A root's name, or the item that holds the type; nothing where it follows from the neighbours. */
  readonly parent: string | Id | undefined
  readonly sub: string | undefined
  readonly at: number
  readonly end: number
}

/** What somebody deletes: stretches of one client's, ascending, without overlap. */
export interface Deletes {
  readonly client: number
  readonly ranges: readonly { readonly clock: number; readonly len: number }[]
}

export interface Update {
  /** Of each client in the order of clocks. */
  readonly structs: ReadonlyMap<number, readonly Struct[]>
  readonly deletes: readonly Deletes[]
}

const MOST_CLIENT = 2 ** 32 - 1
const TYPES: Readonly<Record<number, Content>> = { 0: 'array', 1: 'map', 2: 'text' }

/**
 * Reads an update (version 1 of Yjs' format) without building anything of it. Refuses whatever honest apps do not write: what
 * is cut off or left over, counts that cannot be, clients that come twice, structs without length, neighbours that come
 * later, values that are no JSON, documents in documents, XML. Takes time and memory in proportion to the bytes.
 */
export function readUpdate(message: Uint8Array): Update {
  const bytes = readBytes(message)
  const structs = new Map<number, readonly Struct[]>()
  for (let left = bytes.uint(bytes.left()); left > 0; left--) {
    const count = bytes.uint(bytes.left())
    const client = bytes.uint(MOST_CLIENT)
    must(count > 0 && !structs.has(client), 'malformed')
    structs.set(client, readStructs(bytes, client, count))
  }
  const deletes = readDeletes(bytes)
  must(bytes.left() === 0, 'malformed')
  return { structs, deletes }
}

function readStructs(bytes: Bytes, client: number, count: number): Struct[] {
  const found: Struct[] = []
  let clock = bytes.uint(LIMITS.clock)
  for (let left = count; left > 0; left--) {
    const struct = readStruct(bytes, client, clock)
    found.push(struct)
    clock += struct.len
    must(struct.len > 0 && clock <= LIMITS.clock, 'malformed')
  }
  return found
}

function readStruct(bytes: Bytes, client: number, clock: number): Struct {
  const at = bytes.at()
  const info = bytes.u8()
  const kind = info & 31
  if (kind === 0 || kind === 10) {
    const len = bytes.uint(LIMITS.clock)
    const content = kind === 0 ? 'gc' : 'skip'
    return { ...NO_PLACE, client, clock, len, content, at, end: bytes.at() }
  }
  const origin = (info & 128) === 0 ? undefined : readId(bytes)
  const right = (info & 64) === 0 ? undefined : readId(bytes)
  const first = origin === undefined && right === undefined
  const parent = first ? (bytes.uint(1) === 1 ? readKey(bytes) : readId(bytes)) : undefined
  const sub = first && (info & 32) !== 0 ? readKey(bytes) : undefined
  // Yjs looks for these among what it has, without asking whether it has them.
  for (const id of [origin, right, parent])
    must(typeof id !== 'object' || id.client !== client || id.clock < clock, 'malformed')
  const [content, len] = readContent(bytes, kind)
  return { client, clock, len, content, origin, right, parent, sub, at, end: bytes.at() }
}

const NO_PLACE = { origin: undefined, right: undefined, parent: undefined, sub: undefined } as const

const readId = (bytes: Bytes): Id => ({
  client: bytes.uint(MOST_CLIENT),
  clock: bytes.uint(LIMITS.clock),
})

/** What is in an item, and how long that makes it. */
function readContent(bytes: Bytes, kind: number): readonly [Content, number] {
  switch (kind) {
    case 1:
      return ['deleted', bytes.uint(LIMITS.clock)]
    case 4:
      return ['string', bytes.text().length]
    case 6:
      readAttribute(bytes)
      return ['format', 1]
    case 7: {
      const type = TYPES[bytes.uint(127)]
      must(type !== undefined, 'forbidden-value')
      return [type, 1]
    }
    case 8: {
      const count = bytes.uint(Math.min(bytes.left(), LIMITS.parts))
      for (let left = count; left > 0; left--) readValue(bytes)
      return ['value', count]
    }
    default: // 2 JSON, 3 bytes, 5 embedded, 9 a document: nothing of ours, and what nobody knows
      throw new Refusal([2, 3, 5, 9].includes(kind) ? 'forbidden-value' : 'malformed')
  }
}

/** How a run of text looks: a key, and a plain value as JSON. */
function readAttribute(bytes: Bytes): void {
  readKey(bytes)
  const json = bytes.text()
  must(json.length <= LIMITS.attribute, 'too-large')
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Refusal('malformed')
  }
  must(value === null || typeof value !== 'object', 'forbidden-value')
}

function readDeletes(bytes: Bytes): Deletes[] {
  const deletes = new Map<number, Deletes>()
  for (let left = bytes.uint(bytes.left()); left > 0; left--) {
    const client = bytes.uint(MOST_CLIENT)
    must(!deletes.has(client), 'malformed')
    const ranges: { clock: number; len: number }[] = []
    let after = 0
    for (let more = bytes.uint(bytes.left()); more > 0; more--) {
      const clock = bytes.uint(LIMITS.clock)
      const len = bytes.uint(LIMITS.clock)
      // In order and apart: nothing is gone through twice.
      must(clock >= after && len > 0, 'malformed')
      after = clock + len
      ranges.push({ clock, len })
    }
    deletes.set(client, { client, ranges })
  }
  return [...deletes.values()]
}

/** A root's name as workshops have them, or may have one day. */
export const isRootName = (name: string): boolean =>
  /^[a-zA-Z][\w-]{0,63}$/.test(name) && !FORBIDDEN_KEYS.has(name)
