import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Channel, Gap, Link, Step, Touchpoint } from '../../../shared/journey/entities.ts'
import { findGaps, gapIdOf } from '../../../shared/journey/gaps.ts'
import type {
  ChannelId,
  JourneyId,
  LinkId,
  StageId,
  StepId,
  TouchpointId,
} from '../../../shared/journey/ids.ts'
import { rankMoments } from '../../../shared/journey/keyMoments.ts'
import { idsIn, touchpointMatrix, unusedTouchpoints } from '../../../shared/journey/touchpointMatrix.ts'
import { FIRST_BOARD, type ShapeId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/shape.ts'

const journey = 'guest' as JourneyId
const step = (id: string, facts: Partial<Step> = {}): Step => ({
  id: id as StepId,
  order: id,
  journey,
  stage: 's' as StageId,
  title: id,
  caption: '',
  today: '',
  place: '',
  feelings: {},
  votes: 0,
  origins: [id as StepId],
  ...facts,
})
const [web, shop] = ['web' as ChannelId, 'shop' as ChannelId]

test('changes of device, channel and team between steps in a row are found, each by itself', () => {
  const steps = [
    step('a', { channel: web, device: 'phone' }),
    step('b', { channel: shop, device: 'phone' }),
    step('c', { channel: shop, device: 'laptop' }),
  ]
  expect(findGaps(steps, [], []).map(({ kind, from, to }) => [kind, from.id, to.id])).toEqual([
    ['channel', 'a', 'b'],
    ['device', 'b', 'c'],
  ])
})

test('a step of which nothing is known hides no change, and is none', () => {
  const steps = [step('a', { channel: web }), step('b'), step('c', { channel: shop })]
  expect(findGaps(steps, [], []).map(({ from, to }) => [from.id, to.id])).toEqual([['a', 'c']])
  expect(findGaps([step('a', { channel: web }), step('b'), step('c', { channel: web })], [], [])).toEqual([])
})

test('a link that says what is handed over bridges the gap; one that says nothing does not', () => {
  const steps = [step('a', { channel: web }), step('b', { channel: shop })]
  const link: Link = {
    id: 'l' as LinkId,
    order: 'a0',
    journey,
    from: 'a' as StepId,
    to: 'b' as StepId,
    label: 'The basket is kept',
  }
  expect(findGaps(steps, [link], [])).toEqual([])
  expect(findGaps(steps, [{ ...link, label: ' ' }], [])).toHaveLength(1)
})

test('what the group said of a gap is said of that very gap', () => {
  const steps = [step('a', { channel: web }), step('b', { channel: shop })]
  const [from, to] = steps
  if (!from || !to) throw new Error('Expected two steps')
  const said: Gap = {
    id: gapIdOf('channel', from, to),
    order: 'a0',
    journey,
    from: from.id,
    to: to.id,
    kind: 'channel',
    state: 'dismissed',
    reason: 'On purpose',
  }
  expect(findGaps(steps, [], [said])[0]?.said).toBe(said)
})

test('a bad, important, voted and measured moment comes before all that are less of it', () => {
  const worst = step('worst', { emotion: -2, importance: 5, votes: 4, evidence: 'measured' })
  const ranked = rankMoments([step('plain'), worst, step('glad', { emotion: 2 })])
  expect(ranked.map(({ step: { id } }) => id)).toEqual(['worst', 'plain', 'glad'])
  expect(ranked[0]).toMatchObject({
    parts: { mood: 5, importance: 5, votes: 5, evidence: 4 },
    score: 500,
    rank: 1,
  })
  expect(ranked[2]).toMatchObject({ parts: { mood: 1, importance: 3, votes: 1, evidence: 1 }, score: 3 })
})

test('the group may put a moment elsewhere, and the formula still says where it would be', () => {
  const ranked = rankMoments([
    step('a', { emotion: -2 }),
    step('b', { emotion: -1 }),
    step('c', { emotion: 2, overruled: { rank: 1, reason: 'It is what people tell their friends' } }),
  ])
  expect(ranked.map(({ step: { id }, rank, computed }) => [id, rank, computed])).toEqual([
    ['c', 1, 3],
    ['a', 2, 1],
    ['b', 3, 2],
  ])
})

test('every step is ranked once, whatever the group has overruled', () => {
  const facts = fc.record({
    emotion: fc.option(fc.integer({ min: -2, max: 2 }), { nil: undefined }),
    votes: fc.nat(50),
    rank: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 20 }), (all) => {
      const steps = all.map(({ rank, ...rest }, index) =>
        step(`${index}`, { ...rest, ...(rank && { overruled: { rank, reason: '' } }) }),
      )
      const ranked = rankMoments(steps)
      expect(ranked.map(({ rank }) => rank)).toEqual(steps.map((_, index) => index + 1))
      expect(new Set(ranked.map((one) => one.step))).toEqual(new Set(steps))
    }),
  )
})

const note = (id: string, text: string, facts: Partial<Note> = {}): Note => ({
  id: id as ShapeId,
  kind: 'note',
  board: FIRST_BOARD,
  order: id,
  geometry: [0, 0, 176, 80, 0],
  text,
  grow: 0,
  style: { color: 'yellow' },
  cell: { journey, role: 'touchpoint', step: 'a' as StepId },
  ...facts,
})

test('touchpoints are met on the channel of the note, or else of its step, or on none that is known', () => {
  const channels: Channel[] = [
    { id: web, order: 'a0', name: 'Web' },
    { id: shop, order: 'a1', name: 'Shop' },
  ]
  const touchpoints: Touchpoint[] = [
    { id: 'invoice' as TouchpointId, order: 'a0', name: 'Invoice', phase: 'after' },
    { id: 'ads' as TouchpointId, order: 'a1', name: 'Ads', phase: 'before' },
    { id: 'staff' as TouchpointId, order: 'a2', name: 'Staff', phase: 'during' },
  ]
  const steps = new Map([['a', step('a', { channel: web })]])
  const matrix = touchpointMatrix({
    notes: [
      note('1', 'ADS'),
      note('2', 'by hand', { touchpoint: 'invoice' as TouchpointId, channel: shop }),
      note('3', 'A sticker', { cell: { journey, role: 'touchpoint' } }),
      note('4', 'not one', { cell: { journey, role: 'pain' } }),
    ],
    touchpoints,
    channels,
    step: (id) => steps.get(id ?? ''),
    nameOf: ({ name }) => name,
  })
  expect(matrix.rows.map(({ touchpoint, text, count }) => [touchpoint?.name ?? text, count])).toEqual([
    ['Ads', 1],
    ['Staff', 0],
    ['Invoice', 1],
    ['A sticker', 1],
  ])
  const [ads, , invoice, sticker] = matrix.rows
  expect(ads && idsIn(ads, web)).toEqual(['1'])
  expect(invoice && idsIn(invoice, shop)).toEqual(['2'])
  expect(sticker && idsIn(sticker, undefined)).toEqual(['3'])
  expect(matrix.someWithout).toBe(true)
  expect(unusedTouchpoints(matrix).map(({ name }) => name)).toEqual(['Staff'])
})
