import { expect, test } from 'vitest'
import { TestEditor } from '../support/testEditor.ts'

test('a click selects the topmost note', () => {
  const t = new TestEditor()
  t.note([200, 200])
  const top = t.note([260, 260])
  t.click([250, 250])
  expect(t.selected()).toEqual([top])
})

test('a drag moves the note once, and one undo takes it back', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  let updates = 0
  t.doc.on('update', () => updates++)
  t.drag([210, 210], [310, 260])
  t.expectMiddle(note, [300, 250])
  expect(updates).toBe(1)
  t.editor.workshop.history.undo()
  t.expectMiddle(note, [200, 200])
})

test('two drags are two undo steps', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  t.drag([210, 210], [310, 260]).drag([310, 260], [330, 260])
  t.editor.workshop.history.undo()
  t.expectMiddle(note, [300, 250])
})

test('escape while dragging leaves the note where it was', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  t.down([210, 210]).move([400, 400]).escape().move([500, 500]).up([500, 500])
  t.expectMiddle(note, [200, 200])
  expect(t.editor.preview.get()).toBeNull()
})

test('a movement below the threshold is a click', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  t.drag([210, 210], [212, 211])
  t.expectMiddle(note, [200, 200])
  expect(t.selected()).toEqual([note])
})

test('dragging works the same when zoomed and panned', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  t.editor.camera.set({ x: 100, y: 100, zoom: 2 })
  t.drag([210, 210], [310, 260])
  t.expectMiddle(note, [250, 225])
})

test('shift keeps a drag on one axis', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  t.drag([210, 210], [310, 240], { shift: true })
  t.expectMiddle(note, [300, 200])
})

test('the rubber band selects what it touches, with shift in addition', () => {
  const t = new TestEditor()
  const [a, b, c] = [t.note([200, 200]), t.note([500, 200]), t.note([800, 200])]
  t.drag([50, 50], [410, 150])
  expect(t.selected()).toEqual([a, b])
  t.drag([1000, 400], [750, 250], { shift: true })
  expect(new Set(t.selected())).toEqual(new Set([a, b, c]))
})

test('shift-click adds to the selection and takes from it', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([500, 200])]
  t.click([200, 200]).click([500, 200], { shift: true })
  expect(t.selected()).toEqual([a, b])
  t.click([200, 200], { shift: true })
  expect(t.selected()).toEqual([b])
})

test('a selected group moves together, in one step', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([500, 200])]
  t.drag([50, 50], [700, 400]).drag([200, 200], [250, 300])
  t.expectMiddle(a, [250, 300]).expectMiddle(b, [550, 300])
  t.editor.workshop.history.undo()
  t.expectMiddle(a, [200, 200]).expectMiddle(b, [500, 200])
})

test('a corner handle resizes from the opposite corner', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  t.click([200, 200]).drag([300, 300], [360, 340])
  expect(t.shape(note).geometry).toEqual([100, 100, 260, 240, 0])
})

test('a note does not become smaller than can be used', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  t.click([200, 200]).drag([300, 300], [-500, -500])
  expect(t.shape(note).geometry.slice(0, 4)).toEqual([100, 100, 80, 80])
})

test('several notes keep their arrangement when resized', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([500, 200])]
  t.drag([50, 50], [700, 400]).drag([600, 300], [1100, 500])
  expect(t.shape(a).geometry).toEqual([100, 100, 400, 400, 0])
  expect(t.shape(b).geometry).toEqual([700, 100, 400, 400, 0])
})

test('a double click on the board makes a note there and opens it for typing', () => {
  const t = new TestEditor()
  t.doubleClick([400, 300])
  const [note] = t.shapes()
  expect(note && t.editor.editing.get()).toBe(note?.id)
  expect(note?.geometry).toEqual([300, 200, 200, 200, 0])
})

test('a double click on a note opens it for typing', () => {
  const t = new TestEditor()
  const note = t.note([400, 300], 'text')
  t.doubleClick([400, 300])
  expect(t.editor.editing.get()).toBe(note)
  expect(t.shapes()).toHaveLength(1)
})

test('nothing can be changed in a workshop that is read-only', () => {
  const t = new TestEditor({ readOnly: true })
  let updates = 0
  t.doc.on('update', () => updates++)
  t.doubleClick([400, 300])
  t.editor.setTool('note')
  t.click([400, 300])
  expect([t.shapes().length, updates]).toEqual([0, 0])
})

test('a note that a peer deletes is no longer selected or edited', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  t.doubleClick([200, 200])
  t.doc.transact(() => t.doc.getMap('shapes').delete(note), 'peer')
  expect([t.selected(), t.editor.editing.get()]).toEqual([[], null])
})

test('a finger trembles more than a mouse before a touch becomes a drag', () => {
  const t = new TestEditor()
  const id = t.note([200, 200])
  t.drag([200, 200], [205, 200], { pointer: 'touch' }).expectMiddle(id, [200, 200])
  t.drag([200, 200], [205, 200]).expectMiddle(id, [205, 200])
})

test('a finger catches a handle from further away', () => {
  const t = new TestEditor()
  const id = t.note([200, 200])
  t.click([200, 200]).drag([315, 310], [415, 410])
  expect(t.shape(id).geometry).toEqual([100, 100, 200, 200, 0])
  t.click([200, 200]).drag([315, 310], [415, 410], { pointer: 'touch' })
  expect(t.shape(id).geometry).toEqual([100, 100, 300, 300, 0])
})

test('a finger takes hold of shapes and handles, and not of what is locked', () => {
  const t = new TestEditor()
  const id = t.note([200, 200])
  expect(t.grabs([200, 200])).toBe(true)
  expect(t.grabs([315, 310])).toBe(false)
  t.editor.selection.set(new Set([id]))
  expect(t.grabs([315, 310])).toBe(true)
  t.editor.workshop.change((change) => change.update(id, { locked: true }))
  expect(t.grabs([200, 200])).toBe(false)
})
