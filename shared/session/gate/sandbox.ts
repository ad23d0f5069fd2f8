import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { ROOTS, type RootName } from '../../model/roots.ts'
import { LIMITS } from './limits.ts'
import { must } from './refusal.ts'

/** What an update touches of records, by root and id: some of their fields, or all there is of them. */
export type Touched = ReadonlyMap<string, ReadonlyMap<string, Fields>>
export type Fields = ReadonlySet<string> | 'all'

/**
 * A document to be thrown away, that holds nothing but the fields of records which an update touches, as they are in `doc`, with the
 * same ids of all their parts: what the update makes of them there is what it would make of them in `doc`. What lies
 * between those parts is left out, so this costs as much as what is touched, however large the workshop is. `doc` is only read.
 */
export function sandboxOf(doc: Y.Doc, touched: Touched): Y.Doc {
  const structs = new Map<number, Y.Item[]>()
  let [count, most] = [0, 0]
  const add = (item: Y.Item, fields: Fields): void => {
    must(++count <= Math.min(most, LIMITS.touched), 'too-large')
    const own = structs.get(item.id.client)
    if (own) own.push(item)
    else structs.set(item.id.client, [item])
    if (item.content instanceof Y.ContentType && !item.deleted) addType(item.content.type, fields)
  }
  const addType = (type: Y.AbstractType<unknown>, fields: Fields): void => {
    for (const key of fields === 'all' ? type._map.keys() : fields) addAll(type._map.get(key), 'all')
    for (let item = type._start; item; item = item.right) add(item, 'all')
  }
  /** All values that a key has had. */
  const addAll = (last: Y.Item | undefined, fields: Fields): void => {
    for (let item: Y.Item | null | undefined = last; item; item = item.left) add(item, fields)
  }
  for (const [root, records] of touched)
    for (const [id, fields] of records) {
      most = count + LIMITS.record
      addAll(doc.share.get(root)?._map.get(id), fields)
    }
  const sandbox = new Y.Doc()
  for (const root of ROOTS) sandbox.getMap(root)
  Y.applyUpdate(sandbox, encode(doc, structs))
  return sandbox
}

/** Refuses what rests on anything that is not there. */
export function applyTo(sandbox: Y.Doc, update: Uint8Array): void {
  Y.applyUpdate(sandbox, update)
  must(sandbox.store.pendingStructs === null && sandbox.store.pendingDs === null, 'malformed')
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

/** Fields of a record as plain values, for comparing: texts with their looks. Nothing if there is no such record. */
export function plainOf(doc: Y.Doc, root: RootName, id: string, fields: Fields): unknown {
  const record = doc.getMap(root).get(id)
  if (!(record instanceof Y.Map)) return record
  const plain: Record<string, unknown> = {}
  for (const field of fields === 'all' ? record.keys() : fields) {
    const value: unknown = record.get(field)
    if (value instanceof Y.Text) plain[field] = { delta: value.toDelta() as unknown }
    else if (value !== undefined) plain[field] = plainValue(value)
  }
  return plain
}

const plainValue = (value: unknown): unknown =>
  value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value
