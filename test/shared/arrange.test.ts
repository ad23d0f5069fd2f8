import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignBoxes, distributeBoxes, lineUpBoxes, tidyBoxes } from '../../shared/geometry/arrange.ts'
import { intersects, type Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'

const box = (x: number, y: number, w = 100, h = 100): Box => ({ x, y, w, h })
const moved = (boxes: readonly Box[], moves: readonly Vec[]): Box[] =>
  boxes.map((one, index) => {
    const [dx, dy] = moves[index] ?? [0, 0]
    return { ...one, x: one.x + dx, y: one.y + dy }
  })
const places = (boxes: readonly Box[]) => boxes.map(({ x, y }) => [x, y])
const someBoxes = fc.array(
  fc.record({
    x: fc.integer({ min: -1000, max: 1000 }),
    y: fc.integer({ min: -1000, max: 1000 }),
    w: fc.integer({ min: 1, max: 400 }),
    h: fc.integer({ min: 1, max: 400 }),
  }),
  { minLength: 1, maxLength: 12 },
)

test('edges and middles line up with the box around all', () => {
  const boxes = [box(0, 0), box(300, 50, 200)]
  expect(places(moved(boxes, alignBoxes(boxes, 'left')))).toEqual([
    [0, 0],
    [0, 50],
  ])
  expect(places(moved(boxes, alignBoxes(boxes, 'right')))).toEqual([
    [400, 0],
    [300, 50],
  ])
  expect(places(moved(boxes, alignBoxes(boxes, 'center')))).toEqual([
    [200, 0],
    [150, 50],
  ])
  expect(places(moved(boxes, alignBoxes(boxes, 'bottom')))).toEqual([
    [0, 50],
    [300, 50],
  ])
})

test('distributing makes the gaps equal and leaves the ends where they are', () => {
  const boxes = [box(500, 0), box(0, 0), box(110, 0, 50)]
  expect(places(moved(boxes, distributeBoxes(boxes, 'x')))).toEqual([
    [500, 0],
    [0, 0],
    [275, 0],
  ])
  expect(distributeBoxes([box(0, 0), box(5, 5)], 'y')).toEqual([
    [0, 0],
    [0, 0],
  ])
})

test('a rough grid becomes a tidy one, in the order in which it is read', () => {
  const boxes = [box(10, 4), box(3, 205), box(130, -3), box(140, 190)]
  expect(places(moved(boxes, tidyBoxes(boxes)))).toEqual([
    [3, -3],
    [3, 117],
    [123, -3],
    [123, 117],
  ])
})

test('right to left, a grid begins on the right', () => {
  const boxes = [box(0, 0), box(150, 0), box(300, 0)]
  expect(places(moved(boxes, tidyBoxes(boxes, 'rtl')))).toEqual([
    [60, 0],
    [180, 0],
    [300, 0],
  ])
})

test('a heap becomes about as wide as it is high', () => {
  const boxes = Array.from({ length: 9 }, (_, index) => box(index, index))
  const tidy = moved(boxes, tidyBoxes(boxes))
  expect(new Set(tidy.map(({ x }) => x)).size).toBe(3)
  expect(new Set(tidy.map(({ y }) => y)).size).toBe(3)
})

test('columns are as wide as their widest, rows as high as their highest', () => {
  const boxes = [box(0, 0, 300, 50), box(310, 0), box(0, 110, 40, 40), box(310, 110)]
  expect(places(moved(boxes, tidyBoxes(boxes)))).toEqual([
    [0, 0],
    [320, 0],
    [0, 120],
    [320, 120],
  ])
})

test('a row and a column have equal gaps', () => {
  const boxes = [box(400, 30), box(0, 0, 50)]
  expect(places(moved(boxes, lineUpBoxes(boxes, 'x')))).toEqual([
    [70, 0],
    [0, 0],
  ])
  expect(places(moved(boxes, lineUpBoxes(boxes, 'y')))).toEqual([
    [0, 120],
    [0, 0],
  ])
})

test('nothing that was tidied or lined up overlaps, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(someBoxes, fc.constantFrom('ltr' as const, 'rtl' as const), (boxes, reading) => {
      for (const way of [
        (of: readonly Box[]) => tidyBoxes(of, reading),
        (of: readonly Box[]) => lineUpBoxes(of, 'x', reading),
        (of: readonly Box[]) => lineUpBoxes(of, 'y', reading),
      ]) {
        const tidy = moved(boxes, way(boxes))
        tidy.forEach((one, index) => {
          for (const other of tidy.slice(index + 1)) expect(intersects(one, other)).toBe(false)
        })
        if (way !== tidyBoxes) expect(places(moved(tidy, way(tidy)))).toEqual(places(tidy))
      }
    }),
  )
})
