import { unionOf } from '../../../shared/geometry/box.ts'
import type { Editor } from '../editor.ts'
import { unitBox } from '../../../shared/model/groups.ts'
import { idsOf, movableUnits } from '../units.ts'
import { moveEach } from './moveShapes.ts'

/** How far each shape of a pile sticks out from under the one above it, page units. */
const OFFSET = 8

/** Puts the selection into a pile where its topmost shape lies, each a little aside so that all can be seen. */
export function pileSelection(editor: Editor): void {
  if (editor.readOnly) return
  const units = movableUnits(editor)
  const top = units.at(-1)
  const home = top && unionOf([unitBox(top)])
  if (!home) return
  moveEach(
    editor,
    units.map((unit, index) => {
      const { x, y } = unitBox(unit)
      const aside = (index - units.length + 1) * OFFSET
      return { ids: idsOf(unit.shapes), by: [home.x + aside - x, home.y + aside - y] }
    }),
  )
}
