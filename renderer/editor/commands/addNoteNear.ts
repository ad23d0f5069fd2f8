import { freePlace } from '../../../shared/geometry/freePlace.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Role } from '../../../shared/journey/entities.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import { ROLE_COLORS } from '../../../shared/journey/roleColors.ts'
import type { NoteColor } from '../../../shared/model/color.ts'
import { newShapeId, type BoardId, type ShapeId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/shape.ts'
import { fitText } from '../../../shared/scene/fitText.ts'
import { NOTE_SIZE } from '../../../shared/scene/textBox.ts'
import { authorOf } from '../authorOf.ts'
import type { Editor } from '../editor.ts'
import { addCellNote } from '../journey/addCellNote.ts'
import { ordersOnTop } from './ordersOnTop.ts'
import { limitText } from './setText.ts'

const GAP = 20

export interface NoteNear {
  readonly text: string
  readonly color: NoteColor
  readonly board: BoardId
  /** Page point near which it is put, where nothing else lies. */
  readonly near: Vec
  /** So many places are left to others, who may be adding notes at this very moment. */
  readonly left?: number
}

/** Adds a note from somewhere that shows no board, such as a phone. Returns its id; nothing where nothing may be added. */
export function addNoteNear(editor: Editor, added: NoteNear): ShapeId | undefined {
  const { text, color, board, near, left: toOthers } = added
  const { workshop } = editor
  if (editor.readOnly || text.trim() === '') return undefined
  const half = NOTE_SIZE / 2
  const [x, y] = freePlace(
    near,
    NOTE_SIZE + GAP,
    ([left, top]) =>
      workshop.shapes.within(board, { x: left - half, y: top - half, w: NOTE_SIZE, h: NOTE_SIZE }).length > 0,
    toOthers,
  )
  const [order = 'a0'] = ordersOnTop(editor, 1, board)
  const note: Note = {
    id: newShapeId(),
    kind: 'note',
    board,
    geometry: [x - half, y - half, NOTE_SIZE, NOTE_SIZE, 0],
    order,
    style: { color },
    text: limitText(text),
    grow: 0,
    ...authorOf(editor),
  }
  workshop.change((change) => change.add(fitText(note, editor.measure)))
  return note.id
}

/** Roles of notes that somebody who looks at one frame may want to add to it. */
export const FRAME_ROLES = ['thought', 'pain', 'opportunity'] as const satisfies readonly Role[]
export type FrameRole = (typeof FRAME_ROLES)[number]

/** Those of them for which the step's journey has a lane: whoever may not change the structure cannot make one. */
export function frameRoles({ workshop }: Editor, id: StepId): readonly FrameRole[] {
  const step = workshop.journeys.get('steps', id)
  const lanes = step ? workshop.journeys.lanesOf(step.journey) : []
  return FRAME_ROLES.filter((role) => lanes.some(({ kind, hidden }) => kind === role && !hidden))
}

/** Adds a note to the cell of its role at a step. */
export function addNoteAtStep(
  editor: Editor,
  id: StepId,
  role: FrameRole,
  text: string,
): ShapeId | undefined {
  const step = editor.workshop.journeys.get('steps', id)
  if (!step || editor.readOnly || text.trim() === '' || !frameRoles(editor, id).includes(role))
    return undefined
  let made: ShapeId | undefined
  editor.workshop.change((change) => {
    made = addCellNote(editor, change, {
      journey: step.journey,
      role,
      step: id,
      text: limitText(text),
      style: { color: ROLE_COLORS[role] },
    })
  })
  return made
}
