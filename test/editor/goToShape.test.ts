import { expect, test } from 'vitest'
import type { Vec } from '../../shared/geometry/vec.ts'
import { newGroupId, type ShapeId } from '../../shared/model/ids.ts'
import { toScreen } from '../../renderer/editor/camera.ts'
import { goBeside, goToNext } from '../../renderer/editor/commands/goToShape.ts'
import { TestEditor } from '../support/testEditor.ts'

/** Three notes in a row, one below the first. */
function board(): { t: TestEditor; ids: readonly [ShapeId, ShapeId, ShapeId, ShapeId] } {
  const t = new TestEditor()
  const last = t.note([200, 600], 'd')
  const [b, c, a] = [t.note([500, 220], 'b'), t.note([800, 190], 'c'), t.note([200, 200], 'a')]
  return { t, ids: [a, b, c, last] }
}

test('Tab goes through the board in reading order, and round', () => {
  const { t, ids } = board()
  for (const id of [...ids, ids[0]]) {
    expect(goToNext(t.editor, 1, 'ltr')).toBe(true)
    expect(t.selected()).toEqual([id])
  }
})

test('Shift+Tab goes the other way, and begins at the end', () => {
  const { t, ids } = board()
  for (const id of [ids[3], ids[2], ids[1], ids[0], ids[3]]) {
    goToNext(t.editor, -1, 'ltr')
    expect(t.selected()).toEqual([id])
  }
})

test('in Persian a row is gone through from the right', () => {
  const { t, ids } = board()
  goToNext(t.editor, 1, 'rtl')
  expect(t.selected()).toEqual([ids[2]])
})

test('it begins with what is in view, and shows what it goes to', () => {
  const { t, ids } = board()
  t.editor.camera.set({ x: 0, y: 400, zoom: 1 })
  goToNext(t.editor, 1, 'ltr')
  expect(t.selected()).toEqual([ids[3]])
  goToNext(t.editor, 1, 'ltr')
  const [, y] = toScreen(t.editor.camera.get(), [100, 100])
  expect(y).toBeGreaterThanOrEqual(0)
})

test('a group is one stop', () => {
  const { t, ids } = board()
  const group = newGroupId()
  t.editor.workshop.change((change) => {
    for (const id of [ids[0], ids[2]]) change.update(id, { groups: [group] })
  })
  const stops: ShapeId[][] = []
  for (let step = 0; step < 4; step++) {
    goToNext(t.editor, 1, 'ltr')
    stops.push(t.selected().toSorted())
  }
  const together = [ids[0], ids[2]].toSorted()
  expect(stops).toEqual([together, [ids[1]], [ids[3]], together])
})

test('on an empty board there is nothing to go to', () => {
  const t = new TestEditor()
  expect(goToNext(t.editor, 1, 'ltr')).toBe(false)
  expect(goBeside(t.editor, [1, 0])).toBe(false)
})

test('arrows go to the shape beside, and stay where there is none', () => {
  const { t, ids } = board()
  const [right, left, down, up]: readonly Vec[] = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const
  t.editor.selection.set(new Set([ids[0]]))
  const go = (way: Vec | undefined) => {
    if (way) goBeside(t.editor, way)
    return t.selected()
  }
  expect(go(right)).toEqual([ids[1]])
  expect(go(right)).toEqual([ids[2]])
  expect(go(right)).toEqual([ids[2]])
  expect(go(left)).toEqual([ids[1]])
  expect(go(left)).toEqual([ids[0]])
  expect(go(down)).toEqual([ids[3]])
  expect(go(up)).toEqual([ids[0]])
})

test('with nothing selected an arrow begins in the middle of the view', () => {
  const { t, ids } = board()
  goBeside(t.editor, [1, 0])
  expect(t.selected()).toEqual([ids[1]])
})
