import { expect, test } from 'vitest'
import { addInk } from '../../renderer/editor/commands/addInk.ts'
import { figureBoxAt, placeFigure } from '../../renderer/editor/commands/placeFigure.ts'
import { chooseSteps } from '../../renderer/editor/journey/showStep.ts'
import { center, within, type Box } from '../../shared/geometry/box.ts'
import type { StepId } from '../../shared/journey/ids.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import { storyOn } from '../support/storyOn.ts'
import { TestEditor } from '../support/testEditor.ts'

const [ONE, TWO] = ['one' as StepId, 'two' as StepId]

/** A storyboard with two frames. */
function withFrames(): TestEditor {
  const t = new TestEditor()
  storyOn(t, { guest: { stay: ['one', 'two'] } })
  return t
}

function picture(t: TestEditor, step: StepId): Box {
  const box = t.editor.workshop.shapes.placement.pictureOf(step)
  if (!box) throw new Error('Expected the frame to be seen')
  return box
}

const figures = (t: TestEditor): readonly Shape[] => t.shapes().filter(({ kind }) => kind === 'figure')

test('a figure that is let go over a picture lies in it, as large as fits, and goes where its frame goes', () => {
  const t = withFrames()
  const at = center(picture(t, TWO))
  const id = placeFigure(t.editor, 'person.waving', at)
  const [figure] = figures(t)
  expect(figure?.frame).toBe(TWO)
  expect(figure && within(boundsOf(figure), picture(t, TWO))).toBe(true)
  expect(figure && center(boundsOf(figure))).toEqual(at)
  expect(figure && boundsOf(figure)).toEqual(figureBoxAt(t.editor, 'person.waving', at))
  t.editor.workshop.change((change) => change.set('steps', TWO, { order: 'Zz' }))
  expect(id && center(boundsOf(t.shape(id)))).toEqual(center(picture(t, TWO)))
})

test('beside the pictures a figure is as large as on any board', () => {
  const t = withFrames()
  placeFigure(t.editor, 'person.waving', [-500, -500])
  expect(figures(t)[0]).toMatchObject({ geometry: [-560, -590, 120, 180, 0] })
  expect(figures(t)[0]).not.toHaveProperty('frame')
})

test('without a point, figures go into the picture of the chosen frame, one after the other', () => {
  const t = withFrames()
  chooseSteps(t.editor, [ONE])
  placeFigure(t.editor, 'person.waving')
  // Now the figure is selected, and no longer the frame.
  placeFigure(t.editor, 'thing.key')
  const [person, key] = figures(t)
  expect([person?.frame, key?.frame]).toEqual([ONE, ONE])
  expect(person && center(boundsOf(person))).toEqual(center(picture(t, ONE)))
  expect(key && center(boundsOf(key))[0]).toBe(center(picture(t, ONE))[0] + 24)
  chooseSteps(t.editor, [ONE, TWO])
  placeFigure(t.editor, 'thing.cup')
  expect(figures(t).find(({ frame }) => frame === undefined)).toBeDefined()
})

test('what is drawn in a frame later lies on top of what was drawn before, whatever it is', () => {
  const t = withFrames()
  const middle = center(picture(t, ONE))
  const drawn = Array.from({ length: 4 }, (_, index) => {
    if (index % 2 === 0) return placeFigure(t.editor, 'thing.cup', middle)
    const points = [0, 10, 20].map((x) => ({ point: [middle[0] + x, middle[1]] as const, pressure: 0.5 }))
    return addInk(t.editor, { tool: 'pen', color: 'ink', width: 'thin', points })[0]
  })
  const inOrder = t.shapes().filter(({ frame }) => frame === ONE)
  expect(inOrder.map(({ id }) => id)).toEqual(drawn)
  expect(new Set(inOrder.map(({ order }) => order)).size).toBe(4)
})
