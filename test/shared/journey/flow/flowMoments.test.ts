import { expect, test } from 'vitest'
import type { Moment } from '../../../../shared/journey/entities.ts'
import {
  frameWords,
  guessStages,
  splitMoments,
  strongest,
} from '../../../../shared/journey/flow/flowMoments.ts'
import type { JourneyId, MomentId, StageId, StoryId } from '../../../../shared/journey/ids.ts'

const moment = (id: string, votes = 0, journey?: string): Moment => ({
  id: id as MomentId,
  order: id,
  story: 'story' as StoryId,
  text: id,
  votes,
  ...(journey !== undefined && { journey: journey as JourneyId }),
})

test('a pasted list makes one moment a line, without the marks of the list', () => {
  expect(splitMoments('• Hears of it\r\n\n  2. Books\n- Arrives\t(late)\n۳. می‌رسد\na) Leaves')).toEqual([
    'Hears of it',
    'Books',
    'Arrives (late)',
    'می‌رسد',
    'Leaves',
  ])
})

test('figures and dashes that belong to a moment stay', () => {
  expect(splitMoments('24 hours before\n3.5 stars\n-5 degrees outside')).toEqual([
    '24 hours before',
    '3.5 stars',
    '-5 degrees outside',
  ])
})

test('nobody makes thousands of moments by accident', () => {
  expect(splitMoments(Array.from({ length: 900 }, (_, i) => `m${i}`).join('\n'))).toHaveLength(500)
  expect(splitMoments('x'.repeat(9000))[0]).toHaveLength(500)
})

test('the strongest are those with most votes in each track, the first of equals', () => {
  const all = [moment('a', 1, 'g'), moment('b', 3, 'g'), moment('c', 1, 'g'), moment('d', 0, 'h')]
  expect([...strongest(all, 2)].sort()).toEqual(['a', 'b', 'd'])
})

test('moments are spread over the stages in their order', () => {
  const stages = ['s', 't', 'u'].map((id) => ({ id: id as StageId }))
  const guessed = guessStages(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => moment(id)),
    stages,
  )
  expect([...guessed.values()]).toEqual(['s', 's', 's', 't', 't', 'u', 'u'])
  expect(guessStages([moment('a')], []).size).toBe(0)
})

test('a short moment is the title of its frame, a long one its caption', () => {
  expect(frameWords('Arrives')).toEqual({ title: 'Arrives', caption: '' })
  expect(frameWords('x'.repeat(61))).toEqual({ title: '', caption: 'x'.repeat(61) })
})
