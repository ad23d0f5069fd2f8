import { expect, test } from 'vitest'
import { figureBoxAt, placeFigure } from '../../renderer/editor/commands/placeFigure.ts'
import { chooseSteps } from '../../renderer/editor/journey/showStep.ts'
import { center, within, type Box } from '../../shared/geometry/box.ts'
import type { JourneyId, StageId, StepId, StoryId } from '../../shared/journey/ids.ts'
import { newShapeId } from '../../shared/model/ids.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'

const [ONE, TWO] = ['one' as StepId, 'two' as StepId]

/** A storyboard with two frames. */
function withFrames(): TestEditor {
  const t = new TestEditor()
  const [story, journey, stage] = ['story' as StoryId, 'guest' as JourneyId, 'stage' as StageId]
  t.editor.workshop.change((change) => {
    change.put('journeys', { id: journey, order: 'a0', name: '', story, kind: 'current', direction: 'ltr' })
    change.put('stages', { id: stage, order: 'a0', story, name: '' })
    for (const [index, id] of [ONE, TWO].entries())
      change.put('steps', {
        id,
        order: `a${index}`,
        journey,
        stage,
        title: '',
        caption: '',
        today: '',
        place: '',
        feelings: {},
        votes: 0,
        origins: [id],
      })
    change.add({
      id: newShapeId(),
      kind: 'storyboard',
      board: t.editor.board.get(),
      order: 'a0',
      story,
      geometry: [100, 100, 1, 1, 0],
    })
  })
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
