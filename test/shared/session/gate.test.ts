import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardId, ShapeId } from '../../../shared/model/ids.ts'
import { retract } from '../../../shared/model/retract.ts'
import type { Change } from '../../../shared/model/workshop.ts'
import { contentOf, FAY, Gated, Guest, GUS, PAT, senderOf, VIC } from '../../support/gated.ts'
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

/** The update that an edit makes. */
function editOf(doc: Y.Doc, edit: () => void): Uint8Array {
  const made: Uint8Array[] = []
  const hear = (update: Uint8Array) => made.push(update)
  doc.on('update', hear)
  edit()
  doc.off('update', hear)
  return made[0] ?? new Uint8Array()
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

test('what a guest wrote is judged as theirs, whoever passes it on', () => {
  const { gated, pat } = room()
  const behalf = (update: Uint8Array, by: typeof PAT) =>
    gated.gate.admit(new Uint8Array(update), { ...senderOf(GUS, { host: true }), onBehalf: by }, 'live')
  const moved = (id: ShapeId) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(gated.doc))
    doc.clientID = pat.doc.clientID
    const note = doc.getMap('shapes').get(id)
    return editOf(doc, () => note instanceof Y.Map && note.set('geometry', [5, 5, 200, 200, 0]))
  }
  expect(behalf(moved(ID.pats), PAT).kind).toBe('accepted')
  expect(behalf(moved(ID.pats), GUS)).toMatchObject({ why: 'foreign-client', strike: true })
  expect(behalf(moved(ID.fays), PAT)).toMatchObject({ why: 'not-yours' })
  expect(behalf(moved(ID.pats), VIC)).toMatchObject({ why: 'viewer' })
})

test('nobody writes as somebody else, and nobody as this window', () => {
  const { gated, gus } = room()
  const as = (client: number) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(gated.doc))
    doc.clientID = client
    return editOf(doc, () => doc.getMap('shapes').set('forged', new Y.Map([['kind', 'note']])))
  }
  expect(gated.send(as(gus.doc.clientID), PAT)).toMatchObject({ why: 'foreign-client' })
  expect(gated.send(as(gated.doc.clientID), FAY)).toMatchObject({ why: 'own-client' })
  expect(gated.gate.claim(4711, GUS)).toBe(true)
  expect(gated.gate.claim(4711, PAT)).toBe(false)
  expect(gated.send(as(4711), PAT)).toMatchObject({ why: 'foreign-client' })
  expect(gated.send(as(4712), PAT)).toMatchObject({ why: 'unsigned' })
})

test('who removes too much in a minute has to wait, and has it back', () => {
  const { gated, pat } = room()
  const notes = Array.from({ length: 40 }, (_, index) => noteAt(`n${index}`, [index * 10, 0]))
  pat.workshop.change((change) => notes.forEach((note) => change.add(note)))
  const before = contentOf(gated.doc)
  pat.workshop.change((change) => notes.forEach(({ id }) => change.remove(id)))
  const refused = gated.verdicts.at(-1)
  expect(refused).toMatchObject({ kind: 'refused', why: 'frozen', strike: false })
  if (refused?.kind !== 'refused' || !refused.edit) throw new Error('Expected the edit back')
  retract(pat.doc, refused.edit, (client) => client === pat.doc.clientID)
  expect(pat.answer().kind).toBe('accepted')
  expect([contentOf(gated.doc), contentOf(pat.doc)]).toEqual([before, before])
  gated.clock += 61_000
  pat.workshop.change((change) => notes.slice(0, 25).forEach(({ id }) => change.remove(id)))
  expect(gated.verdicts.at(-1)?.kind).toBe('accepted')
})

test("others' stamps go with the note that they are on, and come back with it", () => {
  const { gated, pat, gus } = room()
  const stamp = { ...noteAt('stamp', [310, 10]), kind: 'stamp' as const, emoji: '👍', on: ID.pats }
  gus.workshop.change((change) => change.add(stamp))
  pat.workshop.change((change) => {
    change.update(stamp.id, { geometry: [400, 10, 48, 48, 0] })
    change.remove(stamp.id)
    change.remove(ID.pats)
  })
  expect(gated.doc.getMap('shapes').has(stamp.id)).toBe(false)
  pat.workshop.history.undo()
  expect(gated.words()).toEqual(['accepted', 'accepted', 'accepted'])
  expect(gated.doc.getMap('shapes').get(stamp.id)).toMatchObject({})
  pat.hostile().workshop.change((change) => change.update(stamp.id, { emoji: '👎' }))
  expect(gated.words().at(-1)).toBe('not-yours')
})

test('an edit that is too long for one message is told, and one beyond that is not even read', () => {
  const { gated, pat } = room()
  const text = 'x'.repeat(20_000)
  pat.workshop.change((change) => {
    for (let index = 0; index < 20; index++) change.add(noteAt(`long${index}`, [0, 0], { text }))
  })
  expect(gated.verdicts.at(-1)).toMatchObject({ why: 'too-large', strike: false, edit: { deleted: [] } })
  const endless = new Uint8Array(2 * 1024 * 1024)
  expect(gated.send(endless, PAT)).toEqual({
    kind: 'refused',
    why: 'too-large',
    strike: true,
    edit: undefined,
  })
})
