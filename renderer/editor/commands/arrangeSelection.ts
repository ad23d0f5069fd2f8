import type { Axis } from '../../../shared/geometry/axis.ts'
import {
  alignBoxes,
  distributeBoxes,
  lineUpBoxes,
  tidyBoxes,
  type Reading,
  type Side,
} from '../../../shared/geometry/arrange.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Editor } from '../editor.ts'
import { unitBox } from '../../../shared/model/groups.ts'
import { idsOf, movableUnits } from '../units.ts'
import { moveEach } from './moveShapes.ts'

/** Lines the selection up along one side or middle of the box around it. Groups move as one. */
export const alignSelection = (editor: Editor, side: Side): void =>
  arrange(editor, (boxes) => alignBoxes(boxes, side))

/** Makes the gaps within the selection the same; what lies at its ends stays. */
export const distributeSelection = (editor: Editor, axis: Axis): void =>
  arrange(editor, (boxes) => distributeBoxes(boxes, axis))

/** Puts the selection into a grid, in the order in which it is read. */
export const tidySelection = (editor: Editor, reading: Reading): void =>
  arrange(editor, (boxes) => tidyBoxes(boxes, reading))

/** Puts the selection side by side (`x`) or under each other (`y`). */
export const lineUpSelection = (editor: Editor, axis: Axis, reading: Reading): void =>
  arrange(editor, (boxes) => lineUpBoxes(boxes, axis, reading))

/** One transaction. `moves` says how far each box has to go, in page units. */
function arrange(editor: Editor, moves: (boxes: readonly Box[]) => readonly Vec[]): void {
  if (editor.readOnly) return
  const units = movableUnits(editor)
  const by = moves(units.map(unitBox))
  moveEach(
    editor,
    units.map(({ shapes }, index) => ({ ids: idsOf(shapes), by: by[index] ?? [0, 0] })),
  )
}
