import { boxesInOrder, gridOf, type Reading } from '../../../shared/geometry/arrange.ts'
import { unionOf, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { newShapeId } from '../../../shared/model/ids.ts'
import { boundsOf, type Note, type PlainText } from '../../../shared/model/shape.ts'
import {
  groupNotes,
  type CountedNote,
  type NoteGroup,
  type NoteKey,
} from '../../../shared/model/sortNotes.ts'
import { votesOn } from '../../../shared/model/votes.ts'
import { fitTextAt } from '../../../shared/scene/fitText.ts'
import type { Editor } from '../editor.ts'
import { moveEach } from './moveShapes.ts'
import { ordersOnTop } from './ordersOnTop.ts'
import { selectedNotes } from './tagNotes.ts'

export interface SortOptions {
  readonly key: NoteKey
  readonly reading: Reading
  /** Language whose alphabet counts. */
  readonly locale: string
}

/** Puts the selected notes into one grid, in order of what they have in common. One step. */
export function sortSelectedNotes(editor: Editor, options: SortOptions): void {
  const groups = groupsOf(editor, options)
  const notes = groups.flatMap((group) => group.notes)
  const boxes = notes.map(boundsOf)
  const by = gridOf(boxes, { columns: Math.ceil(Math.sqrt(notes.length)), reading: options.reading })
  moveEach(
    editor,
    notes.map(({ id }, index) => ({ ids: [id], by: by[index] ?? [0, 0] })),
  )
}

/** Between groups, and between a group and its title; page units. */
const GROUP_GAP = 100
const TITLE_FONT = 28
const TITLE_ROOM = 56

/** Puts the selected notes into a block for each thing they have in common, with its title above. One step. */
export function groupSelectedNotes(
  editor: Editor,
  options: SortOptions,
  titleOf: (value: string | undefined) => string,
): void {
  const groups = groupsOf(editor, options)
  const from = unionOf(groups.flatMap(({ notes }) => notes.map(boundsOf)))
  if (editor.readOnly || !from) return
  const sign = options.reading === 'rtl' ? -1 : 1
  let edge = options.reading === 'rtl' ? from.x + from.w : from.x
  const blocks = groups.map((group) => {
    const block = blockOf(group, options.reading)
    const left = sign > 0 ? edge : edge - block.w
    edge += sign * (block.w + GROUP_GAP)
    return { ...block, left, title: titleOf(group.value) }
  })
  const orders = ordersOnTop(editor, blocks.length)
  const moves = blocks.flatMap(({ notes, places, left }) =>
    notes.map((note, index) => {
      const { x, y } = boundsOf(note)
      const [px, py] = places[index] ?? [0, 0]
      return { ids: [note.id], by: [left + px - x, from.y + TITLE_ROOM + py - y] as Vec }
    }),
  )
  const titles = blocks.map(({ left, w, title }, index) =>
    titleText(editor, { text: title, at: [left, from.y], w, order: orders[index] ?? 'a0', options }),
  )
  moveEach(editor, moves, undefined, (change) => titles.forEach((title) => change.add(title)))
}

/** A group's notes in a grid of their own: where each lies from its corner, and how wide it is. Page units. */
function blockOf(
  { notes }: NoteGroup,
  reading: Reading,
): { notes: readonly Note[]; places: readonly Vec[]; w: number } {
  const boxes: Box[] = notes.map((note) => ({ ...boundsOf(note), x: 0, y: 0 }))
  const moves = gridOf(boxes, { columns: Math.ceil(Math.sqrt(notes.length)), reading })
  const laid = boxes.map((box, index) => ({ ...box, x: moves[index]?.[0] ?? 0, y: moves[index]?.[1] ?? 0 }))
  const all = unionOf(laid) ?? { x: 0, y: 0, w: 0, h: 0 }
  return { notes, w: all.w, places: laid.map(({ x, y }): Vec => [x - all.x, y - all.y]) }
}

interface Title {
  readonly text: string
  readonly at: Vec
  readonly w: number
  readonly order: string
  readonly options: SortOptions
}

function titleText({ board, measure }: Editor, { text, at, w, order, options }: Title): PlainText {
  const title: PlainText = {
    id: newShapeId(),
    kind: 'text',
    board: board.get(),
    geometry: [at[0], at[1], 1, 1, 0],
    order,
    style: { color: 'ink', font: TITLE_FONT },
    text,
    autoWidth: true,
    grow: 0,
  }
  const fitted = fitTextAt(title, at, measure)
  return options.reading === 'rtl'
    ? fitTextAt(title, [at[0] + w - fitted.geometry[2], at[1]], measure)
    : fitted
}

/** The selected notes that may be moved, in order of reading, by what they have in common. */
function groupsOf(editor: Editor, { key, reading, locale }: SortOptions): readonly NoteGroup[] {
  const notes = selectedNotes(editor)
  const order = boxesInOrder(notes.map(boundsOf), reading)
  const counted = order.flatMap((index): CountedNote[] => {
    const note = notes[index]
    return note ? [{ note, votes: votesOn(editor.workshop.shapes, note.id) }] : []
  })
  return groupNotes(counted, key, locale)
}
