import { expect, test } from 'vitest'
import { changeMood, flipFigures } from '../../renderer/editor/commands/changeFigures.ts'
import { placeFigure } from '../../renderer/editor/commands/placeFigure.ts'
import { recolorNotes } from '../../renderer/editor/commands/recolorNotes.ts'
import { setStyle } from '../../renderer/editor/commands/setStyle.ts'
import { styleInUse } from '../../renderer/editor/styleInUse.ts'
import type { FigureShape } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'
import { addSection } from '../support/addShape.ts'

const figures = (t: TestEditor): FigureShape[] => t.shapes().filter((shape) => shape.kind === 'figure')

function onlyFigure(t: TestEditor): FigureShape {
  const [figure, more] = figures(t)
  if (!figure || more) throw new Error('Expected one figure')
  return figure
}

test('a figure is put with its middle at a point, selected, in one step, as the next one shall look', () => {
  const t = new TestEditor()
  t.editor.nextStyle.set({ ...t.editor.nextStyle.get(), figure: 'pink', mood: -1, hair: 'bun' })
  const id = placeFigure(t.editor, 'person.waving', [300, 400])
  expect(onlyFigure(t)).toMatchObject({
    figure: 'person.waving',
    geometry: [240, 310, 120, 180, 0],
    style: { color: 'pink' },
    mood: -1,
    hair: 'bun',
  })
  expect(t.selected()).toEqual([id])
  t.editor.workshop.history.undo()
  expect(t.shapes()).toEqual([])
})

test('things have neither mood nor hair; without a point they go to the middle of the view, beside each other', () => {
  const t = new TestEditor()
  placeFigure(t.editor, 'thing.key')
  placeFigure(t.editor, 'thing.key')
  const [first, second] = figures(t)
  expect(first).not.toHaveProperty('mood')
  expect(first?.geometry.slice(0, 2)).toEqual([600 - 55, 400 - 30])
  expect(second?.geometry.slice(0, 2)).toEqual([600 - 55 + 24, 400 - 30])
})

test('a figure belongs to the section it is put into', () => {
  const t = new TestEditor()
  const section = addSection(t, [0, 0, 500, 500, 0])
  placeFigure(t.editor, 'thing.cup', [200, 200])
  expect(onlyFigure(t).section).toBe(section)
})

test('nothing is put into a workshop that is read only', () => {
  const t = new TestEditor({ readOnly: true })
  expect(placeFigure(t.editor, 'thing.cup')).toBeUndefined()
  expect(t.shapes()).toEqual([])
})

test('colour, mood and hair of what is selected change, each in one step, and hold for the next one', () => {
  const t = new TestEditor()
  placeFigure(t.editor, 'person.standing', [0, 0])
  placeFigure(t.editor, 'thing.cup', [300, 0])
  t.editor.selection.set(new Set(figures(t).map(({ id }) => id)))
  recolorNotes(t.editor, 'green')
  setStyle(t.editor, { mood: 2 })
  setStyle(t.editor, { hair: 'curls' })
  const [person, cup] = figures(t)
  expect(person).toMatchObject({ style: { color: 'green' }, mood: 2, hair: 'curls' })
  expect(cup?.style).toEqual({ color: 'green' })
  expect(cup).not.toHaveProperty('mood')
  expect(t.editor.nextStyle.get()).toMatchObject({ mood: 2, hair: 'curls', figure: 'green' })
  t.editor.workshop.history.undo()
  expect(figures(t)[0]).toMatchObject({ mood: 2, hair: 'short' })
})

test('the panel says mood and hair of people, and that they differ', () => {
  const t = new TestEditor()
  placeFigure(t.editor, 'person.standing', [0, 0])
  placeFigure(t.editor, 'person.waving', [300, 0])
  expect(styleInUse(t.editor)).toEqual({ color: 'blue', mood: 1, hair: 'short' })
  changeMood(t.editor, -1)
  t.editor.selection.set(new Set(figures(t).map(({ id }) => id)))
  expect(styleInUse(t.editor)).toEqual({ color: 'blue', mood: 'mixed', hair: 'short' })
  placeFigure(t.editor, 'place.house', [600, 0])
  expect(styleInUse(t.editor)).toEqual({ color: 'blue' })
})

test('moods end at delighted and upset; who is locked stays as they are', () => {
  const t = new TestEditor()
  placeFigure(t.editor, 'person.standing', [0, 0])
  for (let step = 0; step < 6; step++) changeMood(t.editor, -1)
  expect(onlyFigure(t).mood).toBe(-2)
  for (let step = 0; step < 6; step++) changeMood(t.editor, 1)
  expect(onlyFigure(t).mood).toBe(2)
  const { id } = onlyFigure(t)
  t.editor.workshop.change((change) => change.update(id, { locked: true }))
  changeMood(t.editor, -1)
  flipFigures(t.editor)
  expect(onlyFigure(t)).toMatchObject({ mood: 2 })
  expect(onlyFigure(t)).not.toHaveProperty('flip')
})

test('figures are flipped and flipped back', () => {
  const t = new TestEditor()
  placeFigure(t.editor, 'person.pointing', [0, 0])
  flipFigures(t.editor)
  expect(onlyFigure(t).flip).toBe(true)
  flipFigures(t.editor)
  expect(onlyFigure(t)).not.toHaveProperty('flip')
})

test('a figure keeps its proportions when a corner is dragged', () => {
  const t = new TestEditor()
  placeFigure(t.editor, 'person.standing', [300, 300])
  t.drag([360, 390], [480, 480])
  const [, , w, h] = onlyFigure(t).geometry
  expect(w).toBeGreaterThan(150)
  expect(w / h).toBeCloseTo(120 / 180)
})
