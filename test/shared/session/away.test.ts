import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { openWorkshop, type Workshop } from '../../../shared/model/workshop.ts'
import { contentOf, FAY, Gated, GUS, PAT, ROLES_OF } from '../../support/gated.ts'
import { noteAt } from '../../support/noteAt.ts'

interface Copy {
  readonly doc: Y.Doc
  readonly workshop: Workshop
}

/** Somebody's own copy, in a window of its own. */
function copyOf(from: Y.Doc, person: typeof PAT): Copy {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  const workshop = openWorkshop(doc)
  workshop.signAs(person)
  workshop.role.set(ROLES_OF.get(person) ?? 'viewer')
  return { doc, workshop }
}

/** Somebody is back and is asked what is missing. */
function comeBack(gated: Gated, { doc }: Copy, person: typeof PAT): void {
  gated.send(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(gated.doc)), person, 'answer')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(gated.doc, Y.encodeStateVector(doc)))
}

const PATS = 'pats' as ShapeId

function begin() {
  const gated = new Gated()
  const pat = copyOf(gated.doc, PAT)
  pat.workshop.change((change) => change.add(noteAt(PATS, [0, 0])))
  comeBack(gated, pat, PAT)
  return { gated, pat }
}

describe('what a participant did while away', () => {
  test("to their own note, takes others' stamps along, as it does while they are here", () => {
    const { gated, pat } = begin()
    const gus = copyOf(gated.doc, GUS)
    const stamp = { ...noteAt('stamp', [10, 10]), kind: 'stamp' as const, emoji: '👍', on: PATS }
    gus.workshop.change((change) => change.add(stamp))
    comeBack(gated, gus, GUS)
    comeBack(gated, pat, PAT)
    pat.workshop.change((change) => {
      change.remove(stamp.id)
      change.remove(PATS)
    })
    comeBack(gated, pat, PAT)
    expect(gated.words().every((word) => word === 'accepted')).toBe(true)
    expect(gated.doc.getMap('shapes').size).toBe(0)
    expect(contentOf(gated.doc)).toEqual(contentOf(pat.doc))
  })

  test('arrives, although both they and the host have started anew meanwhile', () => {
    const { gated, pat } = begin()
    pat.workshop.change((change) => change.add(noteAt('offline', [300, 0])))
    pat.workshop.change((change) => change.update(PATS, { geometry: [7, 7, 200, 200, 0] }))
    const [host, again] = [new Gated({ doc: gated.doc }), copyOf(pat.doc, PAT)]
    again.workshop.change((change) => change.add(noteAt('later', [600, 0])))
    comeBack(host, again, PAT)
    expect(host.words()).toEqual(['accepted'])
    expect([...host.doc.getMap('shapes').keys()].toSorted()).toEqual(['later', 'offline', PATS])
    expect(contentOf(host.doc)).toEqual(contentOf(again.doc))
  })

  test("arrives although a facilitator's change of the same comes later than theirs", () => {
    const { gated, pat } = begin()
    const fay = copyOf(gated.doc, FAY)
    gated.gate.claim(fay.doc.clientID, FAY)
    fay.workshop.change((change) => change.update(PATS, { geometry: [9, 9, 200, 200, 0] }))
    Y.applyUpdate(pat.doc, Y.encodeStateAsUpdate(fay.doc, Y.encodeStateVector(pat.doc)))
    pat.workshop.change((change) => change.add(noteAt('offline', [300, 0])))
    comeBack(gated, pat, PAT)
    expect(gated.words()).toEqual(['accepted', 'accepted'])
    expect(gated.doc.getMap('shapes').size).toBe(2)
    gated.send(Y.encodeStateAsUpdate(fay.doc, Y.encodeStateVector(gated.doc)), FAY, 'answer')
    comeBack(gated, pat, PAT)
    expect(contentOf(gated.doc)).toEqual(contentOf(pat.doc))
    expect(gated.words().every((word) => word === 'accepted')).toBe(true)
  })

  test("is not taken for theirs if it goes on as somebody else's window", () => {
    const { gated, pat } = begin()
    const fay = copyOf(gated.doc, FAY)
    fay.workshop.change((change) => change.add(noteAt('fays', [0, 300])))
    gated.send(Y.encodeStateAsUpdate(fay.doc, Y.encodeStateVector(gated.doc)), FAY, 'answer')
    const host = new Gated({ doc: gated.doc })
    const fake = copyOf(fay.doc, PAT)
    fake.doc.clientID = fay.doc.clientID
    fake.workshop.change((change) => change.add(noteAt('fake', [300, 300])))
    host.send(Y.encodeStateAsUpdate(fake.doc, Y.encodeStateVector(host.doc)), PAT, 'answer')
    expect(host.doc.getMap('shapes').has('fake')).toBe(false)
    expect(pat.doc.getMap('shapes').has('fake')).toBe(false)
  })
})
