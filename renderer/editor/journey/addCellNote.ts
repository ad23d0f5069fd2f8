import type { Role } from '../../../shared/journey/entities.ts'
import { laneId, type JourneyId, type LaneId, type StepId } from '../../../shared/journey/ids.ts'
import { MAP } from '../../../shared/journey/mapLayout.ts'
import { ROLE_COLORS } from '../../../shared/journey/roleColors.ts'
import { FIRST_BOARD, newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import { ordersAbove } from '../../../shared/model/order.ts'
import type { Note } from '../../../shared/model/shape.ts'
import type { Change } from '../../../shared/model/workshop.ts'
import { fitText } from '../../../shared/scene/fitText.ts'
import { authorOf } from '../authorOf.ts'
import type { Editor } from '../editor.ts'

/** A note for a cell: where, what it says, and what else is known of it. */
export interface CellNote extends Partial<
  Omit<Note, 'id' | 'kind' | 'cell' | 'text' | 'geometry' | 'board'>
> {
  readonly journey: JourneyId
  readonly role: Role
  /** Without a step it lies in the journey's tray. */
  readonly step: StepId | undefined
  readonly text: string
}

/**
 * Adds a note to the lane of its role, below what is in its cell already; the lane is made if the journey has none.
 * Part of `change`; of several notes added in one change each brings its own `order`. Returns the note's id.
 */
export function addCellNote(editor: Editor, change: Change, note: CellNote): ShapeId {
  const { journey, role, step, text, ...facts } = note
  const { placement } = editor.workshop.shapes
  const lane = laneFor(editor, change, journey, role)
  const cell = { journey, role, lane, ...(step !== undefined && { step }) }
  const map = placement.mapOf(journey)
  const order = orderBelow(editor, journey)
  const made: Note = {
    id: newShapeId(),
    kind: 'note',
    board: (map && editor.workshop.shapes.get(map)?.board) ?? editor.board.get() ?? FIRST_BOARD,
    geometry: [0, 0, MAP.card, MAP.cardHeight, 0],
    order,
    style: { color: ROLE_COLORS[role] },
    text,
    grow: 0,
    ...authorOf(editor),
    ...facts,
    cell,
  }
  change.add(fitText(made, editor.measure))
  return made.id
}

/** Takes a note that there is to the lane of its role at a step, below what is in its cell already. Part of `change`. */
export function moveToCell(
  editor: Editor,
  change: Change,
  note: Note,
  { journey, role, step }: Pick<CellNote, 'journey' | 'role' | 'step'>,
): void {
  const [x, y, w, h] = note.geometry
  const lane = laneFor(editor, change, journey, role)
  const was = note.cell ? note.cell.was : ([w, h] as const)
  const { geometry, grow } = fitText<Note>(
    { ...note, geometry: [x, y, MAP.card, MAP.cardHeight, 0] },
    editor.measure,
  )
  change.update(note.id, {
    cell: { journey, role, lane, ...(step !== undefined && { step }), ...(was && { was: [...was] }) },
    order: orderBelow(editor, journey),
    section: undefined,
    groups: undefined,
    frame: undefined,
    ...(note.cell ? {} : { geometry, grow }),
  })
}

/** Below all notes of a journey, whichever cell they are in. */
function orderBelow({ workshop }: Editor, journey: JourneyId): string {
  const orders = workshop.shapes.placement.notesOf(journey).map((one) => one.order)
  return ordersAbove(orders.toReversed(), 1)[0] ?? 'a0'
}

/** The first lane of the role, one that can be seen if there is one; made anew as the last one if there is none. */
export function laneFor({ workshop }: Editor, change: Change, journey: JourneyId, role: Role): LaneId {
  const lanes = workshop.journeys.lanesOf(journey)
  const own = lanes.filter(({ kind }) => kind === role)
  const found = own.find(({ hidden }) => !hidden) ?? own[0]
  if (found) return found.id
  const [order = 'a0'] = ordersAbove(lanes.map((lane) => lane.order).toReversed(), 1)
  // The same id whoever makes it, and however often in one change: it is one lane.
  const id = laneId.parse(`${journey.slice(0, 40)}:${role}`)
  change.put('lanes', { id, order, journey, kind: role, name: '' })
  return id
}
