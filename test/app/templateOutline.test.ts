import { expect, test } from 'vitest'
import { loadOwn } from '../../renderer/app/templates/ownTemplates.ts'
import {
  curvePath,
  curvesOf,
  stageBars,
  tellingFrames,
} from '../../renderer/app/templates/templateOutline.ts'
import { readTemplate } from '../support/stockTemplates.ts'

const airbnb = readTemplate('airbnb.json')

test('stages fill the width, each by its share of the steps', () => {
  const bars = stageBars(airbnb, 10, 300)
  expect(bars).toHaveLength(7)
  expect(bars[0]?.x).toBe(10)
  const last = bars.at(-1)
  expect((last?.x ?? 0) + (last?.w ?? 0)).toBeCloseTo(305)
  // Booking has four frames, preparation one.
  expect((bars[2]?.w ?? 0) + 5).toBeCloseTo(4 * ((bars[3]?.w ?? 0) + 5))
})

test('a curve for each actor stays within its box, and blank templates have none', () => {
  const curves = curvesOf(airbnb, { x: 0, y: 50, w: 300, h: 40 })
  expect(curves.map(({ key, color }) => [key, color])).toEqual([
    ['guest', 'blue'],
    ['host', 'orange'],
  ])
  for (const { points } of curves) {
    expect(points).toHaveLength(15)
    expect(Math.min(...points.map(({ at }) => at[1]))).toBe(50)
    expect(Math.max(...points.map(({ at }) => at[1]))).toBe(90)
  }
  expect(curvesOf(readTemplate('blank-map.json'), { x: 0, y: 0, w: 1, h: 1 })).toEqual([])
  expect(
    curvePath([
      { at: [0, 10], key: false },
      { at: [20, 30], key: true },
    ]),
  ).toBe('M0 10C10 10 10 30 20 30')
})

test('three frames tell what a template is about', () => {
  expect(tellingFrames(airbnb)).toHaveLength(3)
  expect(new Set(tellingFrames(airbnb).map(({ id }) => id)).size).toBe(3)
  expect(tellingFrames(readTemplate('blank-storyboard.json'))).toEqual([])
})

test('files that are no templates are named, the others read', async () => {
  const kept = [
    { file: 'Good.json', content: JSON.stringify(airbnb) },
    { file: 'Half.json', content: JSON.stringify(airbnb).slice(0, 500) },
    { file: 'Other.json', content: '{"id":"x"}' },
    { file: 'Locked.json', content: null },
  ]
  const { templates, broken } = await loadOwn({ templates: () => Promise.resolve(kept) })
  expect(templates).toEqual([{ file: 'Good.json', template: airbnb }])
  expect(broken).toEqual(['Half.json', 'Other.json', 'Locked.json'])
})
