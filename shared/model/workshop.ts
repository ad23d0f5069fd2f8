import * as Y from 'yjs'
import { createJourneyChange, type JourneyChange } from '../journey/changeJourneys.ts'
import { ENTITY_KINDS } from '../journey/entities.ts'
import type { StepId } from '../journey/ids.ts'
import { indexJourneys, type JourneyIndex } from '../journey/journeyIndex.ts'
import type { PersonId } from '../session/ids.ts'
import { may, type Role } from '../session/role.ts'
import { assert } from '../util/assert.ts'
import { createStore, type Store } from '../util/store.ts'
import { createBallotChange, indexBallots, type BallotChange, type BallotIndex } from './ballots.ts'
import { BOARD_VERSION, indexBoards, type BoardIndex } from './boards.ts'
import { createBoardChange, type BoardChange } from './changeBoards.ts'
import { editText } from './editText.ts'
import { createHistory, type History, type Step } from './history.ts'
import { FIRST_BOARD, type ShapeId } from './ids.ts'
import { limitedChange, mayChange, type Signed, type Writer } from './limitedChange.ts'
import { LOCAL, SETUP } from './origins.ts'
import { recordsOf, type ItemRecord, type Records } from './records.ts'
import { SHAPE_VERSION } from './readShape.ts'
import { attributesOf, type Mark } from './marks.ts'
import type { MarkPatch, TextEdit } from './markRuns.ts'
import { limitGeometry, MOST_EXTENT, type Connector, type Geometry, type Shape } from './shape.ts'
import { indexShapes, type ShapeIndex } from './shapeIndex.ts'

/** `keyof` of a union is what all have in common; this is what any of them has. */
type AnyKey<S> = S extends Shape ? keyof S : never
type ValueOf<S, K> = S extends Shape ? (K extends keyof S ? S[K] : never) : never
/** What can be replaced as a whole. Text is edited, and a connector's path is derived. */
type Fields = {
  readonly [
    K in Exclude<AnyKey<Shape>, 'id' | 'kind' | 'text' | 'marks' | 'path' | 'holds' | 'layout'>
  ]: ValueOf<Shape, K>
}
/** Fields to replace; `undefined` removes an optional one. */
export type Patch = { readonly [K in keyof Fields]?: Fields[K] | undefined }

/** The only way to change a workshop. Lives for one transaction. */
export interface Change extends BoardChange, JourneyChange, BallotChange {
  add(shape: Shape): void
  /** The same, with the geometry as it lies in the document: for pictures of a frame that this very change makes. */
  addStored(shape: Shape): void
  /** Replaces whole fields. The shape must exist. */
  update(id: ShapeId, patch: Patch): void
  /** Makes the shape's text read `next` by the smallest edit. */
  setText(id: ShapeId, next: string): void
  /** Replaces a part of the shape's text. */
  editText(id: ShapeId, edit: TextEdit): void
  /** Makes a run of the shape's text look different: `true` or a link sets it, `null` takes it away. UTF-16 units. */
  mark(id: ShapeId, from: number, to: number, look: MarkPatch): void
  /** Makes a shape another kind of shape. Its text stays the very same one: what others type in it arrives. */
  become(shape: Shape): void
  remove(id: ShapeId): void
}

/** An open document: plain values to read, one door to change it. */
export interface Workshop {
  readonly doc: Y.Doc
  readonly boards: BoardIndex
  readonly shapes: ShapeIndex
  readonly journeys: JourneyIndex
  readonly ballots: BallotIndex
  readonly history: History
  /**
   * Run `edit` as one transaction: one update on disk, one message to peers, and one undo step, or part of `step`
   * if the last edit was part of it, too.
   */
  change(edit: (change: Change) => void, step?: Step): void
  /** What is added from now on says that this person added it; nobody, as long as there is no session. */
  signAs(person: PersonId | undefined): void
  /** What the person at this window may do; everything as long as there is no session. Set by whoever runs the session. */
  readonly role: Store<Role>
  /** May this person change, move and remove a shape or a moment now? Changes leave out what they may not. */
  mayChange(it: Signed): boolean
  dispose(): void
}

/** An empty document. Its client id is new every time: two documents with the same one would diverge unnoticed. */
export const createDocument = (): Y.Doc => new Y.Doc()

/** Call once everything saved is in `doc`. */
export function openWorkshop(doc: Y.Doc): Workshop {
  const shapeRecords = recordsOf(doc, 'shapes')
  const boardRecords = recordsOf(doc, 'boards')
  const journeys = indexJourneys(doc)
  const ballots = indexBallots(doc)
  const shapes = indexShapes(shapeRecords, journeys)
  const boards = indexBoards(boardRecords, shapes)
  const journeyRecords = ENTITY_KINDS.map((kind) => recordsOf(doc, kind))
  const history = createHistory([shapeRecords, boardRecords, ...journeyRecords], { shapes, boards })
  let signer: PersonId | undefined
  const role = createStore<Role>('facilitator')
  const writer = (): Writer => ({ role: role.get(), person: signer })
  const change: Change = {
    ...createShapeChange(shapeRecords, shapes, () => signer, writer),
    ...createJourneyChange(
      (kind) => recordsOf(doc, kind),
      () => signer,
    ),
    ...createBallotChange(recordsOf(doc, 'ballots')),
    ...createBoardChange(boardRecords, shapeRecords, (id) => boards.get(id)?.order ?? 'a0'),
  }
  const less = limitedChange(change, (root) => recordsOf(doc, root), writer)
  // What somebody did who could do everything is not theirs to take back when they can no more.
  const stopRole = role.subscribe(() => {
    if (!may(role.get(), 'editAll')) history.forget()
  })

  return {
    doc,
    boards,
    shapes,
    journeys,
    ballots,
    history,
    change(edit, step) {
      history.join(step)
      doc.transact(() => edit(may(role.get(), 'editAll') ? change : less), LOCAL)
    },
    signAs: (person) => void (signer = person),
    role,
    mayChange: (it) => mayChange(writer(), it),
    dispose() {
      stopRole()
      boards.dispose()
      shapes.dispose()
      journeys.dispose()
      ballots.dispose()
      history.dispose()
    },
  }
}

/** Is there anything in it yet? One that gets everything from others has not even a first board before that. */
export const hasContent = (doc: Y.Doc): boolean => recordsOf(doc, 'boards').size > 0

/** Gives a new workshop its first board. Nothing happens to one that has a board. */
export function addFirstBoard(doc: Y.Doc): void {
  const boards = recordsOf(doc, 'boards')
  if (boards.size > 0) return
  doc.transact(() => {
    boards.set(FIRST_BOARD, new Y.Map<unknown>(Object.entries({ v: BOARD_VERSION, name: '', order: 'a0' })))
  }, SETUP)
}

/** What is written can be read again: a shape pushed over the edge of the world stays at the edge. */
function limited<F extends Patch>(fields: F): F {
  return {
    ...fields,
    ...(fields.geometry && { geometry: limitGeometry(fields.geometry) }),
    ...(fields.grow !== undefined && { grow: Math.min(MOST_EXTENT, Math.max(0, fields.grow)) }),
  }
}

function createShapeChange(
  records: Records,
  shapes: ShapeIndex,
  signer: () => PersonId | undefined,
  writer: () => Writer,
): Omit<Change, keyof BoardChange | keyof JourneyChange | keyof BallotChange> {
  function recordOf(id: ShapeId): ItemRecord {
    const record = records.get(id)
    assert(record instanceof Y.Map, `shape ${id} to exist`)
    return record
  }

  function textOf(id: ShapeId): Y.Text {
    const text = recordOf(id).get('text')
    assert(text instanceof Y.Text, `shape ${id} to hold text`)
    return text
  }

  /** A geometry of the board's, as it is kept for something that is drawn in a frame. */
  function seenFrom(frame: StepId | undefined, [x, y, w, h, turned]: Geometry, sign = -1): Geometry {
    const [dx, dy] = frame === undefined ? [0, 0] : shapes.placement.originOf(frame)
    return [x + sign * dx, y + sign * dy, w, h, turned]
  }

  /** A copy belongs to whoever made it. */
  function signed({ by: _, ...shape }: Shape): Shape {
    const by = signer()
    return { ...shape, ...(by && { by }) }
  }

  /** The patch with the geometry as it is kept: what comes into a frame, or out of it, stays where it is seen. */
  function framed(record: ItemRecord, patch: Patch): Patch {
    const from = record.get('frame') as StepId | undefined
    const to = 'frame' in patch ? patch.frame : from
    if (from === to && (to === undefined || !patch.geometry)) return patch
    const seen = patch.geometry ?? seenFrom(from, record.get('geometry') as Geometry, 1)
    return { ...patch, geometry: seenFrom(to, seen) }
  }

  return {
    add: (shape) =>
      void records.set(
        shape.id,
        recordFor(signed({ ...shape, geometry: seenFrom(shape.frame, shape.geometry) })),
      ),
    addStored: (shape) => void records.set(shape.id, recordFor(signed(shape))),
    update(id, patch) {
      const record = recordOf(id)
      for (const [field, value] of Object.entries(limited(framed(record, patch)))) {
        if (value === undefined) record.delete(field)
        else record.set(field, value)
      }
    },
    setText: (id, next) => editText(textOf(id), next),
    editText(id, { from, to, insert, look }) {
      const text = textOf(id)
      if (to > from) text.delete(from, to - from)
      if (insert !== '') text.insert(from, insert, attributesOf(look))
    },
    mark(id, from, to, { bold, italic, link }) {
      const attributes = {
        ...(bold !== undefined && { b: bold }),
        ...(italic !== undefined && { i: italic }),
        ...(link !== undefined && { a: link }),
      }
      if (to > from) textOf(id).format(from, to - from, attributes)
    },
    remove(id) {
      for (const referrer of shapes.referrers(id))
        if (referrer.kind === 'connector' && records.has(referrer.id) && mayChange(writer(), referrer))
          keepEnds(records, referrer)
      records.delete(id)
    },
    become(shape) {
      const record = recordOf(shape.id)
      const next = new Map(fieldsOf({ ...shape, geometry: seenFrom(shape.frame, shape.geometry) }))
      for (const field of record.keys()) if (!next.has(field) && !KEPT.has(field)) record.delete(field)
      for (const [field, value] of next) record.set(field, value)
    },
  }
}

/** Writes down where a connector ends now: what it ends on is about to go. */
function keepEnds(records: Records, { id, start, end }: Connector): void {
  const record = records.get(id)
  if (start.shape !== undefined) record?.set('start', start)
  if (end.shape !== undefined) record?.set('end', end)
}

/** The shape as it lies in the document: without what is derived. */
function recordFor(shape: Shape): ItemRecord {
  const values = fieldsOf(shape)
  if ('text' in shape) values.push(['text', textWith(shape.text, shape.marks)])
  return new Y.Map<unknown>([...values, ['v', SHAPE_VERSION]])
}

/** What is kept of a shape as plain values. */
function fieldsOf(shape: Shape): [string, unknown][] {
  const { id: _, ...fields } = shape
  return Object.entries(limited(fields as Patch)).filter(
    ([field, value]) => !DERIVED.has(field) && value !== undefined,
  )
}

/** What stays the same when a shape becomes another kind of shape. */
const KEPT: ReadonlySet<string> = new Set(['text', 'v', 'by'])

const DERIVED: ReadonlySet<string> = new Set(['path', 'holds', 'layout', 'marks', 'text'])

function textWith(content: string, marks: readonly Mark[] = []): Y.Text {
  const text = new Y.Text(content)
  for (const { from, to, ...look } of marks) text.format(from, to - from, attributesOf(look))
  return text
}
