import { expect, test } from 'vitest'
import { addNoteNear } from '../../renderer/editor/commands/addNoteNear.ts'
import { intersects } from '../../shared/geometry/box.ts'
import { FIRST_BOARD } from '../../shared/model/ids.ts'
import { boundsOf } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'

/** What one phone makes of a board with a note where everybody looks, before it hears of the other phones. */
function written(left: number) {
  const t = new TestEditor()
  t.note([100, 100])
  const id = addNoteNear(t.editor, {
    text: 'Hi',
    color: 'yellow',
    board: FIRST_BOARD,
    near: [100, 100],
    left,
  })
  if (!id) throw new Error('Nothing was added')
  return boundsOf(t.shape(id))
}

test('notes of people who write at the same moment do not hide each other', () => {
  const notes = Array.from({ length: 30 }, (_, left) => written(left))
  const pairs = notes.flatMap((a, at) => notes.slice(at + 1).map((b) => [a, b] as const))
  expect(pairs.filter(([a, b]) => intersects(a, b))).toEqual([])
})
