import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { FIRST_BOARD, newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import { addFirstBoard, openWorkshop, type Workshop } from '../../../shared/model/workshop.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import { FAY, Gated, GUS, PAT, ROLES_OF, senderOf } from '../../support/gated.ts'
import { aText } from '../../support/shapes.ts'

/** One person's copy of a document, somewhere. */
function copyOf(from: Y.Doc, person: PersonId): Workshop {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  const workshop = openWorkshop(doc)
  workshop.signAs(person)
  workshop.role.set(ROLES_OF.get(person) ?? 'viewer')
  return workshop
}

function write({ change }: Workshop, text: string): ShapeId {
  const id = newShapeId()
  change((edit) => edit.add(aText({ id, board: FIRST_BOARD, text })))
  return id
}

const bring = (to: Y.Doc, from: Y.Doc): void =>
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))

/** What Pat, who keeps a copy and was host meanwhile, has to answer to somebody who was away. */
function answer(gated: Gated, pat: Workshop): void {
  const missing = Y.encodeStateAsUpdate(pat.doc, Y.encodeStateVector(gated.doc))
  const verdict = gated.gate.admit(new Uint8Array(missing), senderOf(PAT, { host: true }), 'answer')
  gated.verdicts.push(verdict)
  if (verdict.kind === 'accepted') Y.applyUpdate(gated.doc, verdict.update)
}

function begin() {
  const first = new Y.Doc()
  addFirstBoard(first)
  const fay = copyOf(first, FAY)
  const old = write(fay, 'by Fay')
  const gus = copyOf(fay.doc, GUS)
  const [kept, removed] = [write(gus, 'kept'), write(gus, 'removed')]
  bring(fay.doc, gus.doc)
  // As after a start of the app: nobody has said as which client they write.
  const gated = new Gated({ doc: fay.doc })
  const pat = copyOf(fay.doc, PAT)
  return { gated, gus, pat, old, kept, removed, shapes: gated.doc.getMap('shapes') }
}

describe('what a host passes on of others', () => {
  it('is taken as theirs: what they added, changed and removed while somebody was away', () => {
    const { gated, gus, pat, kept, removed, shapes } = begin()
    gus.change((edit) => edit.remove(removed))
    gus.change((edit) => edit.setText(kept, 'changed'))
    const added = write(gus, 'added')
    bring(pat.doc, gus.doc)
    const own = write(pat, 'by Pat')
    answer(gated, pat)
    expect(gated.words()).toEqual(['accepted'])
    expect([added, own].every((id) => shapes.has(id))).toBe(true)
    expect(shapes.has(removed)).toBe(false)
    expect(Y.encodeStateVector(gated.doc)).toEqual(Y.encodeStateVector(pat.doc))
  })

  it('does not lend more than a participant has', () => {
    const { gated, pat, old, shapes } = begin()
    const before = JSON.stringify(shapes.get(old))
    pat.role.set('facilitator')
    pat.change((edit) => edit.setText(old, 'Fay never said that'))
    pat.signAs(FAY)
    const forged = write(pat, 'nor that')
    answer(gated, pat)
    expect(JSON.stringify(shapes.get(old))).toBe(before)
    pat.change((edit) => edit.remove(old))
    answer(gated, pat)
    expect(JSON.stringify(shapes.get(old))).toBe(before)
    expect(shapes.has(forged)).toBe(false)
  })
})
