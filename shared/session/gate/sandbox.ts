import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { ROOTS, type RootName } from '../../model/roots.ts'
import { LIMITS } from './limits.ts'
import { must } from './refusal.ts'

/** What an update touches: records, by root and id. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>

/**
 * A document to be thrown away, that holds nothing but the records which an update touches, as they are in `doc`, with the
 * same ids of all their parts: what the update makes of them there is what it would make of them in `doc`. What lies
 * between those parts is left out, so this costs as much as what is touched, however large the workshop is. `doc` is only read.
 */
export function sandboxOf(doc: Y.Doc, touched: Touched): Y.Doc {
  const structs = new Map<number, Y.Item[]>()
  let [count, most] = [0, 0]
  const add = (item: Y.Item): void => {
    must(++count <= Math.min(most, LIMITS.touched), 'too-large')
    const own = structs.get(item.id.client)
    if (own) own.push(item)
    else structs.set(item.id.client, [item])
    if (item.content instanceof Y.ContentType && !item.deleted) addType(item.content.type)
  }
  const addType = (type: Y.AbstractType<unknown>): void => {
    for (const last of type._map.values()) addAll(last)
    for (let item = type._start; item; item = item.right) add(item)
  }
  /** All values that a key has had. */
  const addAll = (last: Y.Item): void => {
    for (let item: Y.Item | null = last; item; item = item.left) add(item)
  }
  for (const [root, ids] of touched)
    for (const id of ids) {
      const last = doc.share.get(root)?._map.get(id)
      most = count + LIMITS.record
      if (last) addAll(last)
    }
  const sandbox = new Y.Doc()
  for (const root of ROOTS) sandbox.getMap(root)
  Y.applyUpdate(sandbox, encode(doc, structs))
  return sandbox
}

/** An update with these structs alone: what is between them counts as thrown away. */
function encode(doc: Y.Doc, structs: ReadonlyMap<number, Y.Item[]>): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  // Of clients of whom nothing is touched it has to be known how much they wrote: what is new may name it.
  encoding.writeVarUint(rest, doc.store.clients.size)
  for (const client of doc.store.clients.keys()) {
    const items = (structs.get(client) ?? []).toSorted((a, b) => a.id.clock - b.id.clock)
    const body: ((to: Y.UpdateEncoderV1) => void)[] = []
    let clock = 0
    const skipTo = (next: number) => {
      const gap = next - clock
      if (gap > 0) body.push((to) => new Y.GC(Y.createID(client, clock), gap).write(to, 0))
    }
    for (const item of items) {
      skipTo(item.id.clock)
      body.push((to) => item.write(to, 0))
      clock = item.id.clock + item.length
    }
    skipTo(Y.getState(doc.store, client))
    encoding.writeVarUint(rest, body.length)
    encoder.writeClient(client)
    encoding.writeVarUint(rest, 0)
    body.forEach((write) => write(encoder))
  }
  writeDeleted(encoder, structs)
  return encoder.toUint8Array()
}

/** What is deleted and kept for undo would be alive again otherwise. */
function writeDeleted(encoder: Y.UpdateEncoderV1, structs: ReadonlyMap<number, Y.Item[]>): void {
  const rest = encoder.restEncoder
  const all = [...structs].flatMap(([client, items]) => {
    const deleted = items.filter(({ deleted: gone }) => gone).toSorted((a, b) => a.id.clock - b.id.clock)
    return deleted.length > 0 ? [[client, deleted] as const] : []
  })
  encoding.writeVarUint(rest, all.length)
  for (const [client, items] of all) {
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, items.length)
    for (const { id, length } of items) {
      encoding.writeVarUint(rest, id.clock)
      encoding.writeVarUint(rest, length)
    }
  }
}

/** A record as a plain value, for comparing: texts with their looks. Nothing if there is no such record. */
export function plainOf(doc: Y.Doc, root: RootName, id: string): unknown {
  const record = doc.getMap(root).get(id)
  if (!(record instanceof Y.Map)) return record
  const plain: Record<string, unknown> = {}
  record.forEach((value: unknown, field: string) => {
    plain[field] = value instanceof Y.Text ? { delta: value.toDelta() as unknown } : plainValue(value)
  })
  return plain
}

const plainValue = (value: unknown): unknown =>
  value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value
