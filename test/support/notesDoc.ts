import * as Y from 'yjs'
import { NOTE_COLORS } from '../../shared/model/color.ts'
import { FIRST_BOARD, newShapeId } from '../../shared/model/ids.ts'
import { ordersAbove } from '../../shared/model/order.ts'
import { addFirstBoard, openWorkshop } from '../../shared/model/workshop.ts'

/** A document of so many notes, each of which was added and then moved by itself. */
export function notesDoc(count: number): Y.Doc {
  const doc = new Y.Doc()
  addFirstBoard(doc)
  const workshop = openWorkshop(doc)
  const columns = Math.ceil(Math.sqrt(count))
  ordersAbove([], count).forEach((order, index) => {
    const id = newShapeId()
    const [x, y] = [(index % columns) * 220, Math.floor(index / columns) * 220]
    workshop.change((change) =>
      change.add({
        id,
        kind: 'note',
        board: FIRST_BOARD,
        geometry: [0, 0, 200, 200, 0],
        order,
        style: { color: NOTE_COLORS[index % NOTE_COLORS.length] ?? 'yellow' },
        text: `note ${index} خانه гость ${'word '.repeat(index % 9)}`,
        grow: 0,
      }),
    )
    workshop.change((change) => change.update(id, { geometry: [x, y, 200, 200, 0] }))
  })
  workshop.dispose()
  return doc
}
