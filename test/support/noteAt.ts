import type { Vec } from '../../shared/geometry/vec.ts'
import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import type { Note } from '../../shared/model/shape.ts'

/** A note with its top-left corner at a page point, 200 page units wide and high. */
export const noteAt = (id: string, [x, y]: Vec, more: Partial<Note> = {}): Note => ({
  id: id as ShapeId,
  kind: 'note',
  board: FIRST_BOARD,
  geometry: [x, y, 200, 200, 0],
  order: 'a0',
  style: { color: 'yellow' },
  text: '',
  grow: 0,
  ...more,
})
