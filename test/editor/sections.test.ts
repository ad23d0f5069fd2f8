import { expect, test } from 'vitest'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Geometry, Section } from '../../shared/model/shape.ts'
import { foldButton } from '../../shared/scene/sectionHead.ts'
import { selectedAsSeen, selectedWithContent } from '../../renderer/editor/carried.ts'
import { addShapes } from '../../renderer/editor/commands/addShapes.ts'
import { addSectionHere } from '../../renderer/editor/commands/createSection.ts'
import { deleteSelection } from '../../renderer/editor/commands/deleteSelection.ts'
import { duplicateSelection } from '../../renderer/editor/commands/duplicate.ts'
import { fitSelectedSections } from '../../renderer/editor/commands/fitSection.ts'
import { openAround, toggleSelectedSections } from '../../renderer/editor/commands/foldSections.ts'
import { replaceShapes } from '../../renderer/editor/commands/replaceShapes.ts'
import { selectAll } from '../../renderer/editor/commands/selectAll.ts'
import { addSection, addStamp } from '../support/addShape.ts'
import { TestEditor } from '../support/testEditor.ts'

const sectionOf = (t: TestEditor, id: ShapeId) => t.shape(id).section
function select(t: TestEditor, ...ids: readonly ShapeId[]): void {
  t.editor.selection.set(new Set(ids))
}
function drawSection(t: TestEditor, from: readonly [number, number], to: readonly [number, number]): Section {
  t.editor.setTool('section')
  t.drag(from, to)
  const section = t.shapes().find(({ id }) => t.editor.editing.get() === id)
  if (section?.kind !== 'section') throw new Error('Expected a section whose title is being typed')
  t.editor.editing.set(null)
  return section
}

test('a section drawn around notes takes them in, lies beneath them, and its title comes next', () => {
  const t = new TestEditor()
  const [a, b, out] = [t.note([200, 250], 'a'), t.note([450, 250], 'b'), t.note([1000, 250], 'out')]
  const partly = t.note([600, 600], 'partly')
  let updates = 0
  t.doc.on('update', () => updates++)
  const section = drawSection(t, [50, 50], [640, 560])
  expect(updates).toBe(1)
  expect([a, b, out, partly].map((id) => sectionOf(t, id))).toEqual([
    section.id,
    section.id,
    undefined,
    undefined,
  ])
  expect(t.shapes()[0]?.id).toBe(section.id)
  expect(t.editor.tool.get()).toBe('select')
  expect(t.selected()).toEqual([section.id])
  t.editor.workshop.history.undo()
  expect(t.shapes().map((shape) => shape.section)).toEqual([undefined, undefined, undefined, undefined])
})

test('a click puts down a section of the usual size', () => {
  const t = new TestEditor()
  t.editor.setTool('section')
  t.click([600, 400])
  expect(t.shapes().map(({ kind, geometry }) => [kind, geometry[2], geometry[3]])).toEqual([
    ['section', 640, 420],
  ])
})

test('what is dropped into a section belongs to it, what is dragged out no longer does', () => {
  const t = new TestEditor()
  const section = addSection(t, [400, 100, 600, 500, 0])
  const note = t.note([200, 300])
  t.drag([200, 300], [600, 300])
  expect(sectionOf(t, note)).toBe(section)
  t.drag([600, 300], [200, 300])
  expect(sectionOf(t, note)).toBeUndefined()
  t.editor.workshop.history.undo()
  expect(sectionOf(t, note)).toBe(section)
  t.expectMiddle(note, [600, 300])
})

test('the middle decides, and the topmost section', () => {
  const t = new TestEditor()
  addSection(t, [300, 100, 700, 600, 0])
  const top = addSection(t, [500, 100, 300, 600, 0])
  const note = t.note([150, 300])
  t.drag([150, 300], [510, 300])
  expect(sectionOf(t, note)).toBe(top)
})

test('what is dropped into a section that would cover it comes to lie above it', () => {
  const t = new TestEditor()
  const note = t.note([150, 300])
  const section = addSection(t, [400, 100, 600, 500, 0])
  t.drag([150, 300], [600, 300])
  expect(t.shapes().map(({ id }) => id)).toEqual([section, note])
})

test('a locked section takes nothing in, a collapsed one neither', () => {
  const t = new TestEditor()
  addSection(t, [400, 100, 300, 500, 0], { locked: true })
  addSection(t, [700, 250, 400, 100, 0], { collapsed: true })
  const note = t.note([200, 270])
  t.drag([200, 270], [550, 270])
  expect(sectionOf(t, note)).toBeUndefined()
  t.drag([550, 270], [850, 270])
  expect(sectionOf(t, note)).toBeUndefined()
})

test('moving a section moves all that lies in it, in one step; a locked one stays with all of it', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([250, 300]), t.note([500, 300])]
  const section = drawSection(t, [100, 100], [700, 500])
  const [outer] = [drawSection(t, [50, 20], [800, 700])]
  expect(sectionOf(t, section.id)).toBe(outer.id)
  expect(sectionOf(t, a)).toBe(section.id)
  select(t)
  t.drag([120, 30], [220, 130])
  t.expectMiddle(a, [350, 400]).expectMiddle(b, [600, 400])
  expect(sectionOf(t, section.id)).toBe(outer.id)
  t.editor.workshop.history.undo()
  t.expectMiddle(a, [250, 300])
  t.editor.workshop.change((change) => change.update(outer.id, { locked: true }))
  t.drag([250, 300], [400, 400])
  t.expectMiddle(a, [250, 300])
  select(t, a)
  expect(deleteSelection(t.editor)).toBe(0)
})

test('a copied section brings along what lies in it, folded or not; of that, what is seen is selected', () => {
  const t = new TestEditor()
  const note = t.note([250, 300], 'a')
  const section = drawSection(t, [100, 100], [700, 500])
  select(t, section.id)
  toggleSelectedSections(t.editor)
  const copied = selectedWithContent(t.editor)
  expect(copied.map(({ id }) => id)).toEqual([section.id, note])
  expect(selectedAsSeen(t.editor).map(({ id }) => id)).toEqual([section.id])
  addShapes(t.editor, copied, [0, 600])
  const [copy] = t.selected()
  expect(t.selected()).toHaveLength(1)
  expect(copy && t.editor.workshop.shapes.referrers(copy)).toMatchObject([{ kind: 'note', text: 'a' }])
})

test('a section does not go into a smaller one over which its middle comes to lie', () => {
  const t = new TestEditor()
  const small = addSection(t, [700, 300, 200, 200, 0])
  const large = addSection(t, [50, 100, 500, 400, 0])
  t.drag([100, 110], [650, 210])
  expect(sectionOf(t, large)).toBeUndefined()
  expect(sectionOf(t, small)).toBeUndefined()
})

test('deleting a section keeps what lies in it, selected, in one undo step', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([250, 300], 'a'), t.note([500, 300], 'b')]
  const section = drawSection(t, [100, 100], [700, 500])
  const outer = drawSection(t, [50, 20], [800, 700])
  select(t, section.id)
  deleteSelection(t.editor)
  expect(new Set(t.texts())).toEqual(new Set(['', 'a', 'b']))
  expect(new Set(t.selected())).toEqual(new Set([a, b]))
  expect(sectionOf(t, a)).toBe(outer.id)
  t.editor.workshop.history.undo()
  expect(sectionOf(t, a)).toBe(section.id)
})

test('deleting a section and what lies in it deletes both', () => {
  const t = new TestEditor()
  t.note([250, 300], 'a')
  drawSection(t, [100, 100], [700, 500])
  selectAll(t.editor)
  deleteSelection(t.editor)
  expect(t.shapes()).toHaveLength(0)
})

test('a collapsed section can be met by nothing but its title, and opens again where something is looked for', () => {
  const t = new TestEditor()
  const note = t.note([250, 300])
  const section = drawSection(t, [100, 100], [700, 500])
  select(t, section.id)
  toggleSelectedSections(t.editor)
  expect(t.editor.hitTest([250, 300])).toBeUndefined()
  expect(t.editor.hitTest([250, 120])?.id).toBe(section.id)
  selectAll(t.editor)
  expect(t.selected()).toEqual([section.id])
  t.drag([50, 200], [800, 600])
  expect(t.selected()).toEqual([])
  t.drag([250, 120], [350, 120])
  openAround(t.editor, note)
  t.expectMiddle(note, [350, 300])
  expect(t.editor.hitTest([350, 300])?.id).toBe(note)
})

test('what becomes hidden is no longer selected', () => {
  const t = new TestEditor()
  const note = t.note([250, 300])
  const section = drawSection(t, [100, 100], [700, 500])
  select(t, section.id, note)
  toggleSelectedSections(t.editor)
  expect(t.selected()).toEqual([section.id])
})

test('the button in the title folds, and a drag that begins on it moves', () => {
  const t = new TestEditor()
  const section = addSection(t, [100, 100, 600, 400, 0])
  const shape = () => {
    const found = t.shape(section)
    if (found.kind !== 'section') throw new Error('Expected a section')
    return found
  }
  const { x, y, w, h } = foldButton(shape())
  t.click([x + w / 2, y + h / 2])
  expect(shape().collapsed).toBe(true)
  t.click([x + w / 2, y + h / 2])
  expect(shape().collapsed).toBeUndefined()
  t.drag([x + 5, y + 5], [x + 55, y + 55])
  expect(shape().geometry.slice(0, 2)).toEqual([150, 150])
  expect(shape().collapsed).toBeUndefined()
})

test('resizing a section takes in what it now surrounds, lets go what it has left, and scales nothing', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([250, 300]), t.note([900, 300])]
  const section = drawSection(t, [100, 100], [700, 500])
  const resize = (geometry: Geometry) =>
    replaceShapes(t.editor, new Map([[section.id, { ...t.shape(section.id), geometry }]]))
  resize([750, 100, 400, 400, 0])
  expect([a, b].map((id) => sectionOf(t, id))).toEqual([undefined, section.id])
  expect(t.shape(a).geometry).toEqual([150, 200, 200, 200, 0])
  resize([50, 50, 1100, 600, 0])
  expect([a, b].map((id) => sectionOf(t, id))).toEqual([section.id, section.id])
})

test('a section fits its content', () => {
  const t = new TestEditor()
  t.note([400, 400])
  const section = drawSection(t, [100, 100], [1100, 750])
  select(t, section.id)
  fitSelectedSections(t.editor)
  expect(t.shape(section.id).geometry).toEqual([268, 220, 264, 312, 0])
})

test('a section is made around the selection without a pointer', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([400, 400]), t.note([700, 400])]
  select(t, a, b)
  const section = addSectionHere(t.editor)
  expect(section).toBeDefined()
  expect([a, b].map((id) => sectionOf(t, id))).toEqual([section, section])
  expect(t.editor.editing.get()).toBe(section)
})

test('new notes and copies belong to the section they are made in', () => {
  const t = new TestEditor()
  const section = addSection(t, [100, 100, 900, 600, 0])
  const note = t.note([300, 300])
  expect(sectionOf(t, note)).toBe(section)
  select(t, note)
  duplicateSelection(t.editor)
  const [copy] = t.selected()
  expect(copy && sectionOf(t, copy)).toBe(section)
})

test('copying a section copies what lies in it into the copy', () => {
  const t = new TestEditor()
  t.note([250, 300], 'a')
  const section = drawSection(t, [100, 100], [700, 500])
  select(t, section.id)
  duplicateSelection(t.editor)
  const notes = t.shapes().filter(({ kind }) => kind === 'note')
  const [copy] = t.selected()
  expect(new Set(notes.map((note) => note.section))).toEqual(new Set([section.id, copy]))
})

test('a stamp that is moved settles on what it is moved to', () => {
  const t = new TestEditor()
  const note = t.note([300, 300])
  const stamp = addStamp(t, 600, 300)
  t.drag([624, 324], [340, 340])
  const now = t.shape(stamp)
  expect(now.kind === 'stamp' && now.on).toBe(note)
  t.drag([340, 340], [800, 600])
  const later = t.shape(stamp)
  expect(later.kind === 'stamp' && later.on).toBeUndefined()
})
