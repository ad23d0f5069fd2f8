import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardId, ShapeId } from '../../../shared/model/ids.ts'
import { retract } from '../../../shared/model/retract.ts'
import type { Change } from '../../../shared/model/workshop.ts'
import { contentOf, FAY, Gated, Guest, GUS, PAT, VIC } from '../../support/gated.ts'
import { noteAt } from '../../support/noteAt.ts'
import { aConnector } from '../../support/shapes.ts'

const ID = { fays: 'fays' as ShapeId, pats: 'pats' as ShapeId, line: 'line' as ShapeId }

/** Fay's note, Pat's note, and Gus' line between them. */
function room() {
  const gated = new Gated()
  const fay = new Guest(gated, FAY)
  const [pat, gus, vic] = [PAT, GUS, VIC].map((person) => new Guest(gated, person))
  if (!pat || !gus || !vic) throw new Error('Expected three')
  fay.workshop.change((change) => change.add(noteAt(ID.fays, [0, 0], { text: 'Hello' })))
  pat.workshop.change((change) => change.add(noteAt(ID.pats, [300, 0], { text: 'Mine' })))
  gus.workshop.change((change) =>
    change.add({
      ...aConnector({ start: { point: [0, 0], shape: ID.fays }, end: { point: [9, 9], shape: ID.pats } }),
      id: ID.line,
    }),
  )
  expect(gated.words()).toEqual(['accepted', 'accepted', 'accepted'])
  gated.verdicts.length = 0
  return { gated, fay, pat, gus, vic }
}

const MOVED = { geometry: [1, 2, 200, 200, 0] as const }

const OWN: Record<string, (change: Change) => void> = {
  moves: (change) => change.update(ID.pats, { geometry: [5, 5, 200, 200, 0] }),
  types: (change) => change.editText(ID.pats, { from: 0, to: 2, insert: 'Mo', look: {} }),
  marks: (change) => change.mark(ID.pats, 0, 2, { bold: true }),
  removes: (change) => change.remove(ID.pats),
  votes: (change) => change.cast({ v: 1, kind: 'feel', by: PAT, on: 'step', feeling: 1 }),
}

test.each(Object.entries(OWN))('a participant %s what is their own', (_, edit) => {
  const { gated, pat } = room()
  pat.workshop.change(edit)
  expect(gated.words()).toEqual(['accepted'])
  expect(contentOf(gated.doc)).toEqual(contentOf(pat.doc))
  pat.workshop.history.undo()
  expect(gated.words()).toEqual(['accepted', 'accepted'])
  expect(contentOf(gated.doc)).toEqual(contentOf(pat.doc))
})

const NOT_THEIRS: Record<string, readonly [why: string, edit: (change: Change) => void]> = {
  "moves another's": ['not-yours', (change) => change.update(ID.fays, { geometry: [...MOVED.geometry] })],
  "types in another's": [
    'not-yours',
    (change) => change.editText(ID.fays, { from: 0, to: 0, insert: 'x', look: {} }),
  ],
  "marks another's": ['not-yours', (change) => change.mark(ID.fays, 0, 2, { bold: true })],
  "removes another's": ['not-yours', (change) => change.remove(ID.fays)],
  'makes a section': [
    'structure',
    (change) =>
      change.add({
        ...noteAt('section', [0, 0]),
        kind: 'section',
        style: { color: 'grey' },
      }),
  ],
  'makes a board': [
    'structure',
    (change) => change.addBoard({ id: 'second' as BoardId, name: 'x', number: 2, order: 'a1' }),
  ],
  'locks what is their own': ['structure', (change) => change.update(ID.pats, { locked: true })],
  'gives what is theirs away': ['unsigned', (change) => change.update(ID.pats, { by: GUS })],
  'votes as another': [
    'unsigned',
    (change) => change.cast({ v: 1, kind: 'feel', by: GUS, on: 'step', feeling: 1 }),
  ],
}

test.each(Object.entries(NOT_THEIRS))(
  'a participant who %s is refused, and takes it back',
  (_, [why, edit]) => {
    const { gated, pat } = room()
    const before = contentOf(gated.doc)
    pat.workshop.change(edit)
    expect(gated.words(), 'the app leaves it out').toEqual([])
    pat.hostile().workshop.change(edit)
    const [refused] = gated.verdicts
    expect(gated.words()).toEqual([why])
    expect(contentOf(gated.doc)).toEqual(before)
    if (refused?.kind !== 'refused' || !refused.edit) throw new Error('Expected the edit back')
    expect(retract(pat.doc, refused.edit, (client) => client === pat.doc.clientID)).toBe(true)
    expect(contentOf(pat.doc)).toEqual(before)
    pat.workshop.change((change) => change.add(noteAt('later', [0, 900])))
    expect(pat.answer().kind).toBe('accepted')
    expect(contentOf(gated.doc)).toEqual(contentOf(pat.doc))
    expect(gated.doc.getMap('shapes').has('later')).toBe(true)
  },
)

test('who looks on changes nothing, and who leads changes anything', () => {
  const { gated, fay, vic } = room()
  fay.workshop.change(OWN['removes'] ?? (() => undefined))
  vic.hostile().workshop.change((change) => change.add(noteAt('vics', [0, 0])))
  expect(gated.words()).toEqual(['accepted', 'viewer'])
  expect(vic.answer().kind).toBe('accepted')
  expect(gated.doc.getMap('shapes').has('vics')).toBe(false)
})

test('an answer of a participant brings what is their own, and leaves the rest', () => {
  const { gated, pat } = room()
  const elsewhere = new Y.Doc()
  elsewhere.getMap('boards').set('second', new Y.Map([['v', 1]]))
  Y.applyUpdate(pat.doc, Y.encodeStateAsUpdate(elsewhere), gated)
  gated.gate.claim(elsewhere.clientID, FAY)
  const mine = new Gated()
  Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(gated.doc))
  pat.workshop.change((change) => change.add(noteAt('later', [0, 900])))
  const whole = Y.encodeStateAsUpdate(pat.doc, Y.encodeStateVector(mine.doc))
  mine.gate.claim(elsewhere.clientID, FAY)
  mine.gate.claim(pat.doc.clientID, PAT)
  expect(mine.send(whole, PAT, 'answer').kind).toBe('accepted')
  expect([...mine.doc.getMap('boards').keys()]).toEqual([...gated.doc.getMap('boards').keys()])
  expect(mine.doc.getMap('shapes').has('later')).toBe(true)
})
