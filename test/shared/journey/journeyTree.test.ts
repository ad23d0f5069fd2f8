import { expect, test } from 'vitest'
import { addTrack } from '../../../renderer/editor/journey/addTrack.ts'
import { addStages, makeFrames } from '../../../renderer/editor/journey/makeFrames.ts'
import { noteAtStep } from '../../../renderer/editor/journey/noteAtStep.ts'
import type { JourneyId, StoryId } from '../../../shared/journey/ids.ts'
import { boardTree, type TreeNode } from '../../../shared/model/boardTree.ts'
import { TestEditor } from '../../support/testEditor.ts'

const story = 'story' as StoryId

function begin() {
  const t = new TestEditor()
  const { editor } = t
  addTrack(editor, { name: 'Guest', story, direction: 'ltr' })
  addTrack(editor, { name: 'Host', story, direction: 'ltr' })
  addStages(editor, story, [{ name: 'Before' }, { name: 'After' }])
  const { journeys, shapes } = editor.workshop
  const [guest, host] = journeys.journeysOf(story).map(({ id }) => id) as [JourneyId, JourneyId]
  const [before, after] = journeys.stagesOf(story)
  if (!before || !after) throw new Error('Expected two stages')
  const plans = [guest, guest, host].map((journey) => ({ journey, stage: before.id }))
  makeFrames(editor, [...plans, { journey: guest, stage: after.id }], { story, storyboard: true, maps: true })
  const tree = () => boardTree(t.shapes(), 'ltr', shapes.placement)
  const find = (kind: 'map' | 'storyboard'): TreeNode => {
    const node = tree().find(({ shape }) => shape !== undefined && shapes.get(shape)?.kind === kind)
    if (!node) throw new Error(`Expected a ${kind}`)
    return node
  }
  return { t, editor, journeys, shapes, guest, host, tree, find }
}

/** Such as "stage(1 2)": steps by their number in their journey, notes by their text. */
function written({ shapes }: ReturnType<typeof begin>, nodes: readonly TreeNode[]): string {
  return nodes
    .map(({ part, shape, children }) => {
      const found = shape === undefined ? undefined : shapes.get(shape)
      const name = part
        ? part.kind === 'step'
          ? String(part.number)
          : 'stage'
        : found && 'text' in found
          ? found.text
          : '?'
      const inner = written({ shapes } as ReturnType<typeof begin>, children)
      return inner === '' ? name : `${name}(${inner})`
    })
    .join(' ')
}

test('a storyboard is read stage by stage, and in those track by track', () => {
  const b = begin()
  expect(written(b, b.find('storyboard').children)).toBe('stage(1 2 1) stage(3)')
})

test('a map holds its notes at their steps, in the order of the lanes; they lie nowhere else', () => {
  const b = begin()
  const [first, second] = b.journeys.stepsOf(b.guest)
  if (!first || !second) throw new Error('Expected two steps')
  noteAtStep(b.editor, { journey: b.guest, step: first.id, role: 'opportunity' }, ['Idea'])
  noteAtStep(b.editor, { journey: b.guest, step: first.id, role: 'pain' }, ['Pain', 'Ache'])
  noteAtStep(b.editor, { journey: b.guest, step: second.id, role: 'pain' }, ['Late'])
  const top = b.tree().map(({ shape }) => shape && b.shapes.get(shape)?.kind)
  expect(top).toEqual(['storyboard', 'map', 'map'])
  expect(written(b, b.find('map').children)).toBe('stage(1(Pain Ache Idea) 2(Late)) stage(3)')
})

test('a note whose step is gone is read last in its map', () => {
  const b = begin()
  const [first] = b.journeys.stepsOf(b.guest)
  if (!first) throw new Error('Expected a step')
  noteAtStep(b.editor, { journey: b.guest, step: first.id, role: 'pain' }, ['Pain'])
  b.editor.workshop.change((change) => change.drop('steps', first.id))
  expect(written(b, b.find('map').children)).toBe('stage(1) stage(2) Pain')
})

test('every shape is in the tree once', () => {
  const b = begin()
  const [first] = b.journeys.stepsOf(b.guest)
  if (!first) throw new Error('Expected a step')
  noteAtStep(b.editor, { journey: b.guest, step: first.id, role: 'pain' }, ['Pain'])
  const ids: string[] = []
  const collect = (nodes: readonly TreeNode[]): void =>
    nodes.forEach(({ shape, children }) => {
      if (shape !== undefined) ids.push(shape)
      collect(children)
    })
  collect(b.tree())
  expect(ids.sort()).toEqual(
    b.t
      .shapes()
      .map(({ id }) => id as string)
      .sort(),
  )
})
