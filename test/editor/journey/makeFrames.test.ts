import { expect, test } from 'vitest'
import { addTrack } from '../../../renderer/editor/journey/addTrack.ts'
import { addStages, makeFrames, type FramePlan } from '../../../renderer/editor/journey/makeFrames.ts'
import {
  addMoments,
  pickMoment,
  pickStrongest,
  voteMoment,
} from '../../../renderer/editor/journey/moments.ts'
import type { JourneyId, StoryId } from '../../../shared/journey/ids.ts'
import { boundsOf } from '../../../shared/model/shape.ts'
import { TestEditor } from '../../support/testEditor.ts'

const story = 'story' as StoryId

function begin(direction: 'ltr' | 'rtl' = 'ltr') {
  const t = new TestEditor()
  const { editor } = t
  const { journeys, shapes, history } = editor.workshop
  addTrack(editor, { name: 'Guest', story, direction })
  addTrack(editor, { name: 'Host', story, direction })
  addStages(editor, story, [{ name: 'Before', phase: 'before' }, { name: 'After' }])
  const [guest, host] = journeys.journeysOf(story).map(({ id }) => id) as [JourneyId, JourneyId]
  const [before, after] = journeys.stagesOf(story)
  if (!before || !after) throw new Error('Expected two stages')
  return { t, editor, journeys, shapes, history, guest, host, before, after }
}

test('moments become frames of their tracks, with their feelings, in the order of the stages', () => {
  const { editor, journeys, shapes, guest, host, before, after } = begin()
  const [a, b] = addMoments(editor, { story, journey: guest }, ['Arrives', 'Books'])
  const [c] = addMoments(editor, { story, journey: host }, ['Cleans'])
  if (!a || !b || !c) throw new Error('Expected three moments')
  editor.workshop.change((change) => change.set('moments', a, { feeling: -2, votes: 3 }))
  const plans: FramePlan[] = [
    { journey: guest, stage: after.id, moment: a },
    { journey: guest, stage: before.id, moment: b },
    { journey: host, stage: after.id, moment: c },
  ]
  makeFrames(editor, plans, { story, storyboard: true, maps: true })
  const steps = journeys.stepsOf(guest)
  expect(steps.map(({ title, emotion, votes }) => [title, emotion, votes])).toEqual([
    ['Books', undefined, 0],
    ['Arrives', -2, 3],
  ])
  expect(journeys.get('moments', a)?.step).toBe(steps[1]?.id)
  expect(journeys.stepsOf(host)).toHaveLength(1)
  expect(shapes.placement.storyboardOf(story)).toBeDefined()
  expect([guest, host].map((one) => shapes.placement.mapOf(one) !== undefined)).toEqual([true, true])
})

test('all of it is one undo step', () => {
  const { editor, journeys, history, guest, before, t } = begin()
  const count = t.shapes().length
  makeFrames(editor, [{ journey: guest, stage: before.id }], { story, storyboard: true, maps: true })
  history.undo()
  expect(journeys.stepsOf(guest)).toEqual([])
  expect(t.shapes()).toHaveLength(count)
  expect(journeys.stagesOf(story)).toHaveLength(2)
})

test('storyboard and maps lie below each other and below all else, and begin on the same side', () => {
  for (const direction of ['ltr', 'rtl'] as const) {
    const { editor, t, guest, before } = begin(direction)
    t.note([400, 300], 'Old')
    const plans = Array.from({ length: 5 }, () => ({ journey: guest, stage: before.id }))
    makeFrames(editor, plans, { story, storyboard: true, maps: true })
    const boxes = t
      .shapes()
      .map(boundsOf)
      .sort((a, b) => a.y - b.y)
    boxes.slice(1).forEach((box, index) => {
      const above = boxes[index]
      expect(box.y).toBeGreaterThan(above ? above.y + above.h : 0)
    })
    const [, storyboard, ...maps] = boxes
    const side = ({ x, w }: { x: number; w: number }) => (direction === 'rtl' ? x + w : x)
    for (const map of maps) expect(side(map)).toBe(storyboard && side(storyboard))
  }
})

test('what is on a board already stays where it is', () => {
  const { editor, t, guest, before } = begin()
  const plan = [{ journey: guest, stage: before.id }]
  makeFrames(editor, plan, { story, storyboard: true, maps: true })
  const before1 = t.shapes().length
  makeFrames(editor, plan, { story, storyboard: true, maps: true })
  expect(t.shapes()).toHaveLength(before1)
})

test('votes never go below none, and the strongest of each track are picked', () => {
  const { editor, journeys, guest } = begin()
  const ids = addMoments(
    editor,
    { story, journey: guest },
    Array.from({ length: 17 }, (_, index) => `Moment ${index}`),
  )
  const [first, second] = ids
  const last = ids.at(-1)
  if (!first || !second || !last) throw new Error('Expected moments')
  voteMoment(editor, last, -1)
  voteMoment(editor, last, 1)
  pickMoment(editor, second, true)
  pickStrongest(editor, journeys.all('moments'))
  const picked = journeys.all('moments').filter((moment) => moment.picked)
  expect(picked).toHaveLength(15)
  expect(picked.map(({ id }) => id)).toContain(last)
  expect(journeys.get('moments', last)?.votes).toBe(1)
})
