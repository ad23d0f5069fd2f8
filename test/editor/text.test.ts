import { expect, test } from 'vitest'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Geometry, PlainText } from '../../shared/model/shape.ts'
import { setLink, toggleList, toggleMark } from '../../renderer/editor/commands/formatText.ts'
import { replaceShapes } from '../../renderer/editor/commands/replaceShapes.ts'
import { resized } from '../../renderer/editor/resized.ts'
import { setText } from '../../renderer/editor/commands/setText.ts'
import { TestEditor } from '../support/testEditor.ts'
import { typeWhole } from '../support/typeWhole.ts'

/** Gives the only text another geometry, as dragging a handle does. */
function resize(t: TestEditor, geometry: Geometry): void {
  const text = onlyText(t)
  replaceShapes(t.editor, new Map([[text.id, resized(text, geometry, t.editor.measure)]]))
}

/** Text sizes of the tests: every character is half as wide as the text is high; the next font is 24. */
const LINE = 24 * 1.3 + 8

function textTool(): TestEditor {
  const t = new TestEditor()
  t.editor.setTool('text')
  return t
}

function onlyText(t: TestEditor): PlainText {
  const [shape, ...more] = t.shapes()
  if (shape?.kind !== 'text' || more.length > 0) throw new Error('Expected one text')
  return shape
}

test('a click with the text tool begins a text as wide as what is typed into it', () => {
  const t = textTool().click([100, 100])
  const { id } = onlyText(t)
  expect(t.editor.editing.get()).toBe(id)
  expect(t.editor.tool.get()).toBe('select')
  typeWhole(t.editor, id, () => 0)('four')
  expect(onlyText(t)).toMatchObject({
    text: 'four',
    autoWidth: true,
    geometry: [96, 100 - LINE / 2, 56, LINE, 0],
  })
})

test('a text that reads right to left, or is set at its end, grows to the left', () => {
  const t = textTool().click([100, 100])
  setText(t.editor, onlyText(t).id, 'سلام')
  const [x, , w] = onlyText(t).geometry
  expect([x + w, w]).toEqual([104, 56])
})

test('a drag with the text tool says how wide the text is', () => {
  const t = textTool().drag([100, 100], [220, 160])
  const { id } = onlyText(t)
  setText(t.editor, id, 'one two three')
  expect(onlyText(t)).toMatchObject({ geometry: [100, expect.any(Number), 120, LINE, 0] })
  expect(onlyText(t).autoWidth).toBeUndefined()
  expect(onlyText(t).grow).toBeGreaterThan(0)
})

test('a click with the text tool on a text goes on with that', () => {
  const t = textTool().click([100, 100])
  setText(t.editor, onlyText(t).id, 'here')
  t.editor.editing.set(null)
  t.editor.setTool('text')
  t.click([110, 100])
  expect(t.editor.editing.get()).toBe(onlyText(t).id)
})

test('a text left empty is gone, and undo does not bring it back', () => {
  const t = textTool()
  const note = t.note([500, 500], 'first')
  t.editor.setTool('text')
  t.click([100, 100])
  t.editor.editing.set(null)
  expect(t.texts()).toEqual(['first'])
  t.editor.workshop.history.undo()
  expect(t.shapes().map(({ id, kind }) => [id, kind])).toEqual([[note, 'note']])
})

test('a text and its first sentence are one undo step, what is typed later another', () => {
  const t = textTool().click([100, 100])
  const { id } = onlyText(t)
  let now = 1000
  const type = typeWhole(t.editor, id, () => now)
  type('a')
  type('ab')
  now += 60_000
  type('ab c')
  const { history } = t.editor.workshop
  history.undo()
  expect(t.texts()).toEqual(['ab'])
  history.undo()
  expect(t.texts()).toEqual([])
  history.redo()
  expect(t.texts()).toEqual(['ab'])
})

test('a text emptied later comes back by undo after it has been left', () => {
  const t = textTool().click([100, 100])
  const { id } = onlyText(t)
  typeWhole(t.editor, id, () => 0)('kept')
  t.editor.editing.set(null)
  t.editor.editing.set(id)
  setText(t.editor, id, '')
  t.editor.editing.set(null)
  expect(t.texts()).toEqual([])
  t.editor.workshop.history.undo()
  t.editor.workshop.history.undo()
  expect(t.texts()).toEqual(['kept'])
})

test('a text pulled at its side breaks its lines there; pulled at a corner it has larger letters', () => {
  const t = textTool().click([100, 100])
  const { id } = onlyText(t)
  setText(t.editor, id, 'one two')
  const [x, y, w, h] = onlyText(t).geometry
  resize(t, [x, y, w, h * 2, 0])
  expect(onlyText(t).style.font).toBeCloseTo(48, 0)
  expect(onlyText(t).autoWidth).toBe(true)
  t.editor.workshop.history.undo()
  resize(t, [x, y, 60, h, 0])
  expect(onlyText(t)).toMatchObject({ geometry: [x, y, 60, h, 0], style: { font: 24 } })
  expect(onlyText(t).autoWidth).toBeUndefined()
  expect(onlyText(t).grow).toBeCloseTo(24 * 1.3)
})

test('the top left corner of a turned text stays where it is while it grows', () => {
  const t = textTool().click([100, 100])
  const { id } = onlyText(t)
  setText(t.editor, id, 'ab')
  t.editor.workshop.change((change) => change.update(id, { geometry: [0, 0, 32, LINE, 90] }))
  // Turned by a right angle about its middle, the corner is at the top right of what is seen.
  const corner = (): readonly [number, number] => {
    const { geometry, grow } = onlyText(t)
    const [x, y, w, h] = geometry
    return [x + w / 2 + (h + grow) / 2, y + (h + grow) / 2 - w / 2]
  }
  const before = corner()
  setText(t.editor, id, 'ab and more\nand more')
  const [cx, cy] = corner()
  expect(cx).toBeCloseTo(before[0])
  expect(cy).toBeCloseTo(before[1])
})

test('whole texts are made bold, linked and lists of, in one step each', () => {
  const t = new TestEditor()
  const ids: ShapeId[] = [t.note([0, 0], 'one\ntwo'), t.note([300, 0], 'three')]
  toggleMark(t.editor, ids, 'bold')
  expect(ids.map((id) => t.noteShape(id).marks)).toEqual([
    [{ from: 0, to: 7, bold: true }],
    [{ from: 0, to: 5, bold: true }],
  ])
  setLink(t.editor, ids, 'https://example.org')
  expect(t.noteShape(ids[1] as ShapeId).marks).toEqual([
    { from: 0, to: 5, bold: true, link: 'https://example.org' },
  ])
  setLink(t.editor, ids, null)
  toggleMark(t.editor, ids, 'bold')
  expect(ids.map((id) => t.noteShape(id).marks)).toEqual([undefined, undefined])
  toggleList(t.editor, ids, 'numbers')
  expect(t.texts()).toEqual(['1. one\n2. two', '1. three'])
  toggleList(t.editor, ids, 'bullets')
  expect(t.texts()).toEqual(['• one\n• two', '• three'])
  t.editor.workshop.history.undo()
  expect(t.texts()).toEqual(['1. one\n2. two', '1. three'])
  toggleList(t.editor, ids, 'numbers')
  expect(t.texts()).toEqual(['one\ntwo', 'three'])
})

test('bold text is wider, so a note may have to grow for it', () => {
  const t = new TestEditor()
  const wider = {
    ...t.editor,
    measure: (text: string, font: { size: number; weight: number }) =>
      text.length * font.size * (font.weight > 600 ? 0.7 : 0.5),
  }
  const note = t.note([0, 0], 'word '.repeat(44).trim())
  expect(t.noteShape(note).grow).toBe(0)
  toggleMark(wider, [note], 'bold')
  expect(t.noteShape(note).grow).toBeGreaterThan(0)
})
