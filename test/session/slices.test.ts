import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { slices, type Slice } from '../../shared/session/slices.ts'
import { deletedUnits } from '../../shared/session/deletedUnits.ts'
import { covers, encodedProgress, hashOfVector, progressOf, vectorOf } from '../../shared/session/vectors.ts'
import { randomDocs } from '../support/randomDocs.ts'

/** What is wrong with `to` while and after it is given these. */
function faultsOf(from: Y.Doc, to: Y.Doc, given: Iterable<Slice>): string[] {
  const faults = new Set<string>()
  for (const { update, kind, structs } of given) {
    Y.applyUpdate(to, update)
    if (to.store.pendingStructs) faults.add('a slice rests on a later one')
    if (to.store.pendingDs) faults.add('a deletion comes before what it deletes')
    if (structs > 300 || (update.length > 60_000 && structs > 1)) faults.add(`a large slice of ${kind}`)
  }
  const whole = new Y.Doc()
  Y.applyUpdate(whole, Y.encodeStateAsUpdate(from))
  Y.applyUpdate(whole, Y.encodeStateAsUpdate(to)) // what it had besides
  if (!isDeepStrictEqual(seenIn(to), seenIn(whole))) faults.add('not the same in the end')
  return [...faults]
}

/** All that documents can differ in, but not how it was cut into structs. */
const seenIn = (doc: Y.Doc) => ({
  notes: doc.getMap('notes').toJSON(),
  texts: new Map(
    [...doc.getMap('notes')].map(([id, note]) => [id, (note as Y.Map<Y.Text>).get('text')?.toDelta()]),
  ),
  list: doc.getArray('list').toJSON(),
  vector: [...vectorOf(doc)].sort(([a], [b]) => a - b),
  deleted: [...Y.createDeleteSetFromStructStore(doc.store).clients].sort(([a], [b]) => a - b),
})

describe('what a peer lacks comes in slices', () => {
  test('that never rest on later ones, for any documents', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { docs, below } = randomDocs(seed, 2 + (seed % 4), 120)
      const [from, to = new Y.Doc()] = docs
      if (!from) continue
      const target = below(2) === 0 ? new Y.Doc() : to
      expect([seed, ...faultsOf(from, target, slices(from, vectorOf(target)))]).toEqual([seed])
    }
  })

  test('also of what is changed while they are given', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { docs, act, meet, below } = randomDocs(seed, 3, 150)
      const [from] = docs
      const to = new Y.Doc()
      if (!from) continue
      function* busy(doc: Y.Doc): Generator<Slice> {
        for (const slice of slices(doc, new Map())) {
          yield slice
          if (slice.kind === 'deletions') continue
          for (let n = below(4); n > 0; n--) act()
          meet()
        }
      }
      expect([seed, ...faultsOf(from, to, busy(from))]).toEqual([seed])
    }
  })

  test('none of which is given twice, and nothing to who has everything', () => {
    const { docs } = randomDocs(7, 3, 300)
    const [from] = docs
    if (!from) throw new Error('no document')
    const had = new Y.Doc()
    Y.applyUpdate(had, Y.encodeStateAsUpdate(from))
    expect([...slices(from, vectorOf(had))].filter(({ kind }) => kind === 'additions')).toEqual([])
  })

  test('and slices in a wrong order are noticed', () => {
    const noticed = Array.from({ length: 20 }, (_, seed) => {
      const { docs } = randomDocs(seed, 3, 300)
      const [from] = docs
      return from ? faultsOf(from, new Y.Doc(), [...slices(from, new Map())].toReversed()).length : 0
    })
    expect(noticed.filter((count) => count > 0).length).toBeGreaterThan(5)
  })
})

describe('state vectors', () => {
  test('cover each other where one has all of the other', () => {
    const { docs } = randomDocs(3, 2, 50)
    const [a, b] = docs
    if (!a || !b) throw new Error('no documents')
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    a.getMap('more').set('than', 'b')
    const [more, less] = [Y.encodeStateVector(a), Y.encodeStateVector(b)]
    expect([covers(more, less), covers(less, more), covers(more, more)]).toEqual([true, false, true])
    expect(covers(more, Uint8Array.of(255, 255))).toBe(false)
  })

  test('say with what is deleted what they do not say themselves', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { docs, act, meet, below } = randomDocs(seed, 3, 20)
      docs.forEach(deletedUnits)
      for (let n = 0; n < 60; n++) (below(4) === 0 ? meet : act)()
      const late = new Y.Doc()
      late.gc = below(2) === 0
      deletedUnits(late)
      for (let n = 0; n < 2; n++)
        for (const from of [...docs, late])
          for (const to of [...docs, late]) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
      const all = [...docs, late].map(deletedUnits)
      expect([seed, ...all]).toEqual([seed, ...all.map(() => counted(late))])
    }
    const { docs } = randomDocs(3, 2, 50)
    const [a, b] = docs
    if (!a || !b) throw new Error('no documents')
    for (const [from, to] of [[a, b] as const, [b, a] as const])
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
    expect(covers(encodedProgress(a), encodedProgress(b))).toBe(true)
    a.getMap('notes').delete([...a.getMap('notes').keys()][0] ?? '')
    expect(covers(encodedProgress(b), encodedProgress(a))).toBe(false)
    expect(covers(encodedProgress(a), encodedProgress(b))).toBe(true)
    expect(hashOfVector(progressOf(b))).not.toBe(hashOfVector(progressOf(a)))
  })

  test('have a hash that does not depend on the order of clients', () => {
    const hash = hashOfVector(new Map([[1, 2], [3, 4]])) // prettier-ignore
    expect(hashOfVector(new Map([[3, 4], [1, 2], [9, 0]]))).toBe(hash) // prettier-ignore
    expect(hashOfVector(new Map([[1, 4], [3, 2]]))).not.toBe(hash) // prettier-ignore
  })
})

const counted = ({ store }: Y.Doc): number =>
  [...Y.createDeleteSetFromStructStore(store).clients.values()].flat().reduce((sum, { len }) => sum + len, 0)
