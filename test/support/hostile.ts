import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Random numbers that follow from a seed (Mulberry32). */
export interface Dice {
  /** A whole number below `below`. */
  roll(below: number): number
  pick<T>(of: readonly T[]): T
}

export function createDice(seed: number): Dice {
  let state = seed | 0
  const roll = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
  return {
    roll,
    pick(of) {
      const one = of[roll(of.length)]
      if (one === undefined) throw new Error('Expected something to pick from')
      return one
    },
  }
}

/** What an attacker has to work with. */
export interface Loot {
  /** Messages that were good once. */
  readonly heard: readonly Uint8Array[]
  /** A copy of the document, written as the attacker's own client. */
  copy(): Y.Doc
  /** Clients of others, and of the document that is attacked. */
  readonly clients: readonly number[]
  /** Ids of shapes, anybody's. */
  readonly shapes: readonly string[]
}

export type Attack = (loot: Loot, dice: Dice) => Uint8Array

const EDGES = [0, 1, 127, 128, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1] as const

/** An update that one edit of a copy makes. */
function edited(loot: Loot, edit: (doc: Y.Doc) => void, client?: number): Uint8Array {
  const doc = loot.copy()
  if (client !== undefined) doc.clientID = client
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  doc.transact(() => edit(doc))
  return made[0] ?? new Uint8Array([0, 0])
}

const record = (fields: Readonly<Record<string, unknown>>): Y.Map<unknown> =>
  new Y.Map<unknown>(Object.entries(fields))

/** A note that is as it should be, by whomever it says. */
function note(by: string): Y.Map<unknown> {
  const place = { kind: 'note', board: 'first', geometry: [0, 0, 200, 200, 0], order: 'a0' }
  const made = record({ ...place, style: { color: 'yellow' }, grow: 0, by, v: 1 })
  made.set('text', new Y.Text('Forged'))
  return made
}

/** Maps in maps, from the outside in: from the inside out would be too deep already for whoever makes it. */
function nest(into: Y.Map<unknown>, depth: number): void {
  let inner = into
  for (let level = 0; level < depth; level++) {
    const next = new Y.Map<unknown>()
    inner.set('deep', next)
    inner = next
  }
}

function deepValue(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** Raw numbers in the format of updates, most of which claim what is not there. */
function claims(dice: Dice, numbers: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (let count = 0; count < numbers; count++)
    encoding.writeVarUint(encoder, dice.roll(3) === 0 ? dice.pick(EDGES) : dice.roll(40))
  return encoding.toUint8Array(encoder)
}

function mapIn(doc: Y.Doc, root: string, id: string): Y.Map<unknown> | undefined {
  const found: unknown = doc.getMap(root).get(id)
  return found instanceof Y.Map ? found : undefined
}

/** A struct that is well-formed by itself, with neighbours and a parent from anywhere. */
function weave(encoder: encoding.Encoder, doc: Y.Doc, dice: Dice): void {
  const kind = dice.pick([0, 1, 4, 6, 7, 8])
  const id = () => {
    const client = dice.pick([...doc.store.clients.keys()])
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, dice.roll(Y.getState(doc.store, client)))
  }
  const [origin, right] = kind === 0 ? [false, false] : [dice.roll(3) > 0, dice.roll(3) === 0]
  const sub = dice.roll(2) === 0
  encoding.writeUint8(encoder, kind | (origin ? 128 : 0) | (right ? 64 : 0) | (sub && kind !== 0 ? 32 : 0))
  if (origin) id()
  if (right) id()
  if (kind !== 0 && !origin && !right) {
    const inRoot = dice.roll(2)
    encoding.writeVarUint(encoder, inRoot)
    if (inRoot === 1) encoding.writeVarString(encoder, dice.pick(['shapes', 'boards', 'moments', 'ballots']))
    else id()
    if (sub) encoding.writeVarString(encoder, dice.pick(['geometry', 'text', 'by', 'x']))
  }
  if (kind < 2) encoding.writeVarUint(encoder, 1 + dice.roll(3))
  else if (kind === 4) encoding.writeVarString(encoder, 'woven')
  else if (kind === 7) encoding.writeVarUint(encoder, 1 + dice.roll(2))
  else if (kind === 6) {
    encoding.writeVarString(encoder, 'b')
    encoding.writeVarString(encoder, 'true')
  } else {
    encoding.writeVarUint(encoder, 1)
    encoding.writeAny(encoder, 'woven')
  }
}

/** By name, each kind of message that nobody should send. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  flip({ heard }, dice) {
    const bytes = dice.pick(heard).slice()
    for (let flips = 1 + dice.roll(6); flips > 0; flips--) {
      const at = dice.roll(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.roll(8))
    }
    return bytes
  },
  cut({ heard }, dice) {
    const bytes = dice.pick(heard)
    return bytes.slice(dice.roll(3), dice.roll(bytes.length))
  },
  splice({ heard }, dice) {
    const [head, tail] = [dice.pick(heard), dice.pick(heard)]
    return Uint8Array.from([...head.slice(0, dice.roll(head.length)), ...tail.slice(dice.roll(tail.length))])
  },
  replay: ({ heard }, dice) => dice.pick(heard),
  noise: (_, dice) => Uint8Array.from({ length: dice.roll(60) }, () => dice.roll(256)),
  claims: (_, dice) => claims(dice, 3 + dice.roll(30)),
  hugeCounts: (_, dice) => {
    const encoder = encoding.createEncoder()
    for (const value of [1, dice.pick(EDGES), 5, 0, 0, dice.pick(EDGES)])
      encoding.writeVarUint(encoder, value)
    return encoding.toUint8Array(encoder)
  },
  hugeRanges({ clients }, dice) {
    const encoder = encoding.createEncoder()
    const count = 1 + dice.roll(300)
    for (const value of [0, 1, dice.pick(clients), count]) encoding.writeVarUint(encoder, value)
    for (let range = 0; range < count; range++) {
      encoding.writeVarUint(encoder, dice.roll(2) === 0 ? range * 3 : dice.pick(EDGES))
      encoding.writeVarUint(encoder, dice.roll(4) === 0 ? dice.pick(EDGES) : 1 + dice.roll(2))
    }
    return encoding.toUint8Array(encoder)
  },
  orphan(loot) {
    const doc = loot.copy()
    const made: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => made.push(update))
    doc.getMap('shapes').set('withheld', record({ kind: 'note' }))
    mapIn(doc, 'shapes', 'withheld')?.set('order', 'a0')
    return made[1] ?? new Uint8Array([0, 0])
  },
  depthBomb: (loot, dice) =>
    edited(loot, (doc) => nest(doc.getMap('shapes'), dice.pick([15, 17, 300, 3000]))),
  deepValue: (loot, dice) =>
    edited(loot, (doc) =>
      doc.getMap('shapes').set('deep', record({ v: deepValue(dice.pick([15, 17, 300, 3000])) })),
    ),
  asAnother: (loot, dice) =>
    edited(
      loot,
      (doc) =>
        doc.getMap('shapes').set(`forged${dice.roll(1e6)}`, note(dice.pick(['p', 'g', 'f']).repeat(22))),
      dice.pick(loot.clients),
    ),
  proto: (loot, dice) =>
    edited(loot, (doc) => {
      const key = dice.pick(['__proto__', 'constructor', 'prototype'])
      const where = dice.roll(3)
      if (where === 0) doc.getMap('shapes').set(key, record({ a: 1 }))
      else if (where === 1) doc.getMap('shapes').set('x', record(Object.fromEntries([[key, 1]])))
      else
        doc
          .getMap('shapes')
          .set('x', record({ v: JSON.parse(`[{"${key}": {"polluted": true}}]`) as unknown }))
    }),
  oddValue: (loot, dice) =>
    edited(loot, (doc) => {
      const value = dice.pick([1n, NaN, Infinity, new Uint8Array(3), 'undefined'])
      const id = dice.pick(loot.shapes)
      mapIn(doc, 'shapes', id)?.set('geometry', value === 'undefined' ? undefined : [value, 1, 2, 3, 0])
    }),
  oddType: (loot, dice) =>
    edited(loot, (doc) => {
      const type = dice.pick([
        new Y.XmlElement('a'),
        new Y.XmlText(),
        new Y.XmlFragment(),
        new Y.Doc(),
        new Y.Array(),
      ])
      doc.getMap('shapes').set('odd', type)
    }),
  otherRoot: (loot, dice) =>
    edited(loot, (doc) => {
      const root = dice.pick(['secrets', 'boards', 'votes', 'workshop', 'toString', 'agenda'])
      doc.getMap(root).set('x', record({ v: 1, by: 'p'.repeat(22) }))
    }),
  listInMap: (loot) => edited(loot, (doc) => doc.getArray('hidden').push([1, 2, 3])),
  others: (loot, dice) =>
    edited(loot, (doc) => {
      const shape = mapIn(doc, 'shapes', dice.pick(loot.shapes))
      const field = dice.pick(['geometry', 'by', 'locked', 'order', 'kind', 'v', 'on', 'new'])
      shape?.set(
        field,
        dice.pick<unknown>([[1, 1, 9, 9, 0], 'p'.repeat(22), true, 'a9', 'section', 99, 'x'.repeat(5000)]),
      )
    }),
  removeOthers: (loot, dice) => edited(loot, (doc) => doc.getMap('shapes').delete(dice.pick(loot.shapes))),
  textOfOthers: (loot, dice) =>
    edited(loot, (doc) => {
      const text = mapIn(doc, 'shapes', dice.pick(loot.shapes))?.get('text')
      if (!(text instanceof Y.Text)) return
      if (dice.roll(2) === 0) text.insert(dice.roll(text.length + 1), 'vandal')
      else text.format(0, text.length, { b: true, evil: { a: 1 } })
    }),
  replaceOthers: (loot, dice) =>
    edited(loot, (doc) => {
      const id = dice.pick(loot.shapes)
      const was = mapIn(doc, 'shapes', id)?.toJSON() ?? {}
      doc.getMap('shapes').set(id, record({ ...was, by: 'p'.repeat(22) }))
    }),
  textAsValue: (loot) =>
    edited(loot, (doc) => {
      const was = mapIn(doc, 'shapes', loot.shapes[0] ?? '')?.toJSON() ?? {}
      doc
        .getMap('shapes')
        .set('mine', record({ ...was, kind: 'note', by: 'p'.repeat(22), text: 'not a text' }))
    }),
  woven(loot, dice) {
    const doc = loot.copy()
    const client = dice.roll(3) === 0 ? dice.roll(2 ** 31) : doc.clientID
    const encoder = encoding.createEncoder()
    const count = 1 + dice.roll(4)
    for (const value of [1, count, client, Y.getState(doc.store, client)])
      encoding.writeVarUint(encoder, value)
    for (let index = 0; index < count; index++) weave(encoder, doc, dice)
    encoding.writeVarUint(encoder, 0)
    return encoding.toUint8Array(encoder)
  },
  everything: (loot) => edited(loot, (doc) => loot.shapes.forEach((id) => doc.getMap('shapes').delete(id))),
  flood: (loot, dice) =>
    edited(loot, (doc) => {
      for (let count = 0; count < 200; count++)
        doc.getMap('shapes').set(`flood${dice.roll(1e9)}`, record({ kind: 'note', text: 'x'.repeat(50) }))
    }),
}
