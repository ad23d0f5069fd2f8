import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guidesForSides, snapMove, snapSides } from '../../renderer/editor/snapping.ts'
import type { Box } from '../../shared/geometry/box.ts'

const box = (x: number, y: number, w = 100, h = 100): Box => ({ x, y, w, h })
const anyBox = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  w: fc.integer({ min: 10, max: 300 }),
  h: fc.integer({ min: 10, max: 300 }),
})

test('an edge goes to the edge of a neighbour that is near, and a guide goes through both', () => {
  const { by, guides } = snapMove(box(4, 300), [box(0, 0)], 6)
  expect(by).toEqual([-4, 0])
  expect(guides).toContainEqual({ kind: 'line', axis: 'x', at: 0, from: 0, to: 400 })
})

test('middles are lined up, too', () => {
  expect(snapMove(box(30, 303, 40), [box(0, 0)], 6).by).toEqual([0, 0])
  expect(snapMove(box(33, 300, 40), [box(0, 0)], 6).by).toEqual([-3, 0])
})

test('what is further away than the reach is not lined up', () => {
  expect(snapMove(box(7, 250), [box(0, 0)], 6)).toEqual({ by: [0, 0], guides: [] })
})

test('a gap becomes as wide as the one before it, and both are shown', () => {
  const { by, guides } = snapMove(box(263, 37), [box(0, 0), box(130, 0)], 6)
  expect(by[0]).toBe(-3)
  expect(guides.filter(({ kind }) => kind === 'gap')).toEqual([
    { kind: 'gap', axis: 'x', at: 50, from: 100, to: 130 },
    { kind: 'gap', axis: 'x', at: 68.5, from: 230, to: 260 },
  ])
})

test('between two others the gaps on both sides become equal', () => {
  const { by, guides } = snapMove(box(195, 33), [box(0, 0), box(400, 0)], 6)
  expect(by[0]).toBe(5)
  expect(guides.filter(({ kind }) => kind === 'gap')).toHaveLength(2)
})

test('a dragged side goes to the edge of a neighbour, or makes the box as wide as one', () => {
  expect(snapSides(box(0, 0, 196), { x: 1, y: 0 }, [box(200, 300)], 6)).toEqual({ x: 4, y: undefined })
  expect(snapSides(box(0, 0, 143), { x: 1, y: 0 }, [box(500, 300, 140)], 6).x).toBe(-3)
  expect(guidesForSides(box(0, 0, 140), { x: 1, y: 0 }, [box(500, 300, 140)])).toEqual([
    { kind: 'size', axis: 'x', at: 100, from: 0, to: 140 },
    { kind: 'size', axis: 'x', at: 400, from: 500, to: 640 },
  ])
})

test('nothing moves further than the reach, and what was lined up stays where it is', () => {
  fc.assert(
    fc.property(anyBox, fc.array(anyBox, { maxLength: 8 }), (moving, neighbours) => {
      const { by, guides } = snapMove(moving, neighbours, 6)
      expect(Math.max(Math.abs(by[0]), Math.abs(by[1]))).toBeLessThanOrEqual(6)
      const there = { ...moving, x: moving.x + by[0], y: moving.y + by[1] }
      const again = snapMove(there, neighbours, 0.001)
      expect(Math.abs(again.by[0]) + Math.abs(again.by[1])).toBeLessThan(0.01)
      if (by[0] !== 0) expect(guides.some(({ axis }) => axis === 'x')).toBe(true)
      if (by[1] !== 0) expect(guides.some(({ axis }) => axis === 'y')).toBe(true)
    }),
  )
})
