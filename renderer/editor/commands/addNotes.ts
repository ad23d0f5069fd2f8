import type { Vec } from '../../../shared/geometry/vec.ts'
import type { NoteColor } from '../../../shared/model/color.ts'
import { newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import { linksIn } from '../../../shared/model/linksIn.ts'
import { boundsOf, type Note } from '../../../shared/model/shape.ts'
import { NOTE_SIZE } from '../../../shared/scene/textBox.ts'
import { grownToText } from '../../../shared/scene/textLayout.ts'
import type { Editor } from '../editor.ts'
import { authorOf } from '../authorOf.ts'
import { inSlices } from '../inSlices.ts'
import { addSettled } from '../settleInSections.ts'
import { ordersOnTop } from './ordersOnTop.ts'
import { limitText } from './setText.ts'

/** A note to be: from a pasted list, a table or a file. An empty text keeps its place in the grid free. */
export interface NewNote {
  readonly text: string
  readonly color?: NoteColor
}

/** More notes than this at once would help nobody; callers tell the user and add nothing. */
export const MOST_NOTES_AT_ONCE = 20_000

/** Between notes that were added together, in page units. */
const GAP = 20

export interface AddNotesOptions {
  /** Notes side by side before a new row begins; by default about as many as rows. */
  readonly columns?: number
  /** Told how far it is, 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** Stops the work; nothing has been added then. */
  readonly signal?: AbortSignal
}

/**
 * Adds notes in a grid around a page point and selects them: one transaction, so one undo step. Measuring thousands of
 * texts takes a while, so it is done in slices between which the window stays alive. Resolves to how many were added:
 * 0 if it was stopped.
 */
export async function addNotes(
  editor: Editor,
  notes: readonly NewNote[],
  middle: Vec,
  { columns = Math.ceil(Math.sqrt(notes.length)), ...work }: AddNotesOptions = {},
): Promise<number> {
  if (editor.readOnly || notes.length === 0) return 0
  const made = await inSlices(
    notes,
    (note) => (note.text.trim() === '' ? null : makeNote(editor, note)),
    work,
  )
  if (!made) return 0
  const placed = inGrid(made, columns, middle)
  const orders = ordersOnTop(editor, placed.length)
  const added = placed.map((note, index) => ({ ...note, order: orders[index] ?? note.order }))
  editor.workshop.change((change) => addSettled(editor, change, added))
  editor.selection.set(new Set<ShapeId>(placed.map(({ id }) => id)))
  return placed.length
}

function makeNote(editor: Editor, { text: words, color }: NewNote): Note {
  const text = limitText(words)
  const links = linksIn(text)
  const note: Note = {
    id: newShapeId(),
    kind: 'note',
    board: editor.board.get(),
    geometry: [0, 0, NOTE_SIZE, NOTE_SIZE, 0],
    order: 'a0',
    style: { color: color ?? editor.noteColor.get() },
    text,
    ...(links.length > 0 && { marks: [...links] }),
    grow: 0,
    ...authorOf(editor),
  }
  return grownToText(note, editor.measure)
}

/** Rows as tall as their tallest note, the whole around `middle`. */
function inGrid(notes: readonly (Note | null)[], columns: number, middle: Vec): Note[] {
  const rows: (Note | null)[][] = []
  for (let start = 0; start < notes.length; start += columns) rows.push(notes.slice(start, start + columns))
  const heights = rows.map((row) => Math.max(...row.map((note) => (note ? boundsOf(note).h : 0))))
  const total = heights.reduce((sum, h) => sum + h + GAP, -GAP)
  const left = middle[0] - (Math.min(columns, notes.length) * (NOTE_SIZE + GAP) - GAP) / 2
  let top = middle[1] - total / 2
  return rows.flatMap((row, index) => {
    const y = top
    top += (heights[index] ?? NOTE_SIZE) + GAP
    return row.flatMap((note, column): Note[] => {
      if (!note) return []
      const [, , w, h, rotation] = note.geometry
      return [{ ...note, geometry: [left + column * (NOTE_SIZE + GAP), y, w, h, rotation] }]
    })
  })
}
