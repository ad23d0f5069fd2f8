import * as Y from 'yjs'
import { assert } from '../util/assert.ts'
import { BOARD_VERSION, indexBoards, type BoardIndex } from './boards.ts'
import { editText } from './editText.ts'
import { createHistory, type History, type Step } from './history.ts'
import { FIRST_BOARD, type ShapeId } from './ids.ts'
import { LOCAL, SETUP } from './origins.ts'
import { recordsOf, type ItemRecord, type Records } from './records.ts'
import { SHAPE_VERSION } from './readShape.ts'
import { limitGeometry, MOST_EXTENT, type Shape } from './shape.ts'
import { indexShapes, type ShapeIndex } from './shapeIndex.ts'

type Fields<S> = S extends Shape ? Omit<S, 'id' | 'kind' | 'text'> : never

/** The only way to change a workshop. Lives for one transaction. */
export interface Change {
  add(shape: Shape): void
  /** Replaces whole fields. The shape must exist. */
  update(id: ShapeId, patch: Partial<Fields<Shape>>): void
  /** Makes the shape's text read `next` by the smallest edit. */
  setText(id: ShapeId, next: string): void
  remove(id: ShapeId): void
}

/** An open document: plain values to read, one door to change it. */
export interface Workshop {
  readonly doc: Y.Doc
  readonly boards: BoardIndex
  readonly shapes: ShapeIndex
  readonly history: History
  /**
   * Run `edit` as one transaction: one update on disk, one message to peers, and one undo step, or part of `step`
   * if the last edit was part of it, too.
   */
  change(edit: (change: Change) => void, step?: Step): void
  dispose(): void
}

/** An empty document. Its client id is new every time: two documents with the same one would diverge unnoticed. */
export const createDocument = (): Y.Doc => new Y.Doc()

/** Call once everything saved is in `doc`. */
export function openWorkshop(doc: Y.Doc): Workshop {
  const shapeRecords = recordsOf(doc, 'shapes')
  const boardRecords = recordsOf(doc, 'boards')
  const shapes = indexShapes(shapeRecords)
  const boards = indexBoards(boardRecords)
  const history = createHistory([shapeRecords, boardRecords])
  const change = createChange(shapeRecords)

  return {
    doc,
    boards,
    shapes,
    history,
    change(edit, step) {
      history.join(step)
      doc.transact(() => edit(change), LOCAL)
    },
    dispose() {
      shapes.dispose()
      boards.dispose()
      history.dispose()
    },
  }
}

/** Gives a new workshop its first board. Nothing happens to one that has a board. */
export function addFirstBoard(doc: Y.Doc): void {
  const boards = recordsOf(doc, 'boards')
  if (boards.size > 0) return
  doc.transact(() => {
    boards.set(FIRST_BOARD, new Y.Map<unknown>(Object.entries({ v: BOARD_VERSION, name: '', order: 'a0' })))
  }, SETUP)
}

/** What is written can be read again: a shape pushed over the edge of the world stays at the edge. */
function limited<F extends Partial<Fields<Shape>>>(fields: F): F {
  return {
    ...fields,
    ...(fields.geometry && { geometry: limitGeometry(fields.geometry) }),
    ...(fields.grow !== undefined && { grow: Math.min(MOST_EXTENT, Math.max(0, fields.grow)) }),
  }
}

function createChange(records: Records): Change {
  function recordOf(id: ShapeId): ItemRecord {
    const record = records.get(id)
    assert(record instanceof Y.Map, `shape ${id} to exist`)
    return record
  }

  return {
    add({ id, text, ...fields }) {
      const values = Object.entries({ ...limited(fields), text: new Y.Text(text), v: SHAPE_VERSION })
      records.set(id, new Y.Map<unknown>(values))
    },
    update(id, patch) {
      const record = recordOf(id)
      for (const [field, value] of Object.entries(limited(patch))) record.set(field, value)
    },
    setText(id, next) {
      const text = recordOf(id).get('text')
      assert(text instanceof Y.Text, `shape ${id} to hold text`)
      editText(text, next)
    },
    remove: (id) => records.delete(id),
  }
}
