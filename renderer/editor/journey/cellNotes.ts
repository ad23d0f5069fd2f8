import type { Role } from '../../../shared/journey/entities.ts'
import type { JourneyId, StepId } from '../../../shared/journey/ids.ts'
import { MAP } from '../../../shared/journey/mapLayout.ts'
import { newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/shape.ts'
import type { NoteColor } from '../../../shared/model/color.ts'
import { fitText } from '../../../shared/scene/fitText.ts'
import { NOTE_SIZE } from '../../../shared/scene/textBox.ts'
import { authorOf } from '../authorOf.ts'
import { ordersOnTop } from '../commands/ordersOnTop.ts'
import { limitText } from '../commands/setText.ts'
import type { Editor } from '../editor.ts'

/** The colour of a new note, by what it is. */
const COLORS: Readonly<Record<Role, NoteColor>> = {
  action: 'yellow',
  touchpoint: 'blue',
  thought: 'purple',
  pain: 'pink',
  opportunity: 'green',
  metric: 'teal',
  custom: 'grey',
}

export interface NewCellNote {
  readonly journey: JourneyId
  readonly step: StepId
  readonly role: Role
  readonly text: string
}

/** Puts a note into a cell of a journey's map: in the first lane of its role, or in the tray where there is none. */
export function addCellNote(editor: Editor, { journey, step, role, text }: NewCellNote): ShapeId | undefined {
  const { workshop, board, measure, readOnly } = editor
  if (readOnly) return undefined
  const map = workshop.shapes.placement.mapOf(journey)
  const lane = workshop.journeys.lanesOf(journey).find(({ kind }) => kind === role)
  const [order = 'a0'] = ordersOnTop(editor, 1)
  const note: Note = {
    id: newShapeId(),
    kind: 'note',
    board: (map && workshop.shapes.get(map)?.board) ?? board.get(),
    // Where it lies follows from its cell; this is how tall it is at least.
    geometry: [0, 0, MAP.card, MAP.cardHeight, 0],
    order,
    style: { color: COLORS[role] },
    text: limitText(text),
    grow: 0,
    cell: { journey, role, step, was: [NOTE_SIZE, NOTE_SIZE], ...(lane && { lane: lane.id }) },
    ...(role === 'pain' && { status: 'open' }),
    ...authorOf(editor),
  }
  workshop.change((change) => change.add(fitText(note, measure)))
  return note.id
}
