import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Box } from '../../shared/geometry/box.ts'
import { swapPlaces } from '../../shared/geometry/swapPlaces.ts'
import type { Vec } from '../../shared/geometry/vec.ts'

const moved = ({ x, y, w, h }: Box, [dx, dy]: Vec): Box => ({ x: x + dx, y: y + dy, w, h })
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

test('what stands side by side stays within the room of both', () => {
  const [small, large] = [
    { x: 0, y: 0, w: 100, h: 100 },
    { x: 120, y: 10, w: 600, h: 400 },
  ]
  expect(swapPlaces(small, large, 'ltr')).toEqual([
    [620, 10],
    [-120, -10],
  ])
})

test('boxes that were clear of each other still are; of equal ones each is where the other was', () => {
  const side = fc.constantFrom(10, 200, 500)
  const place = fc.integer({ min: -1000, max: 1000 })
  const box = fc.record({ x: place, y: place, w: side, h: side })
  fc.assert(
    fc.property(box, box, fc.constantFrom('ltr' as const, 'rtl' as const), (a, b, direction) => {
      fc.pre(!overlap(a, b))
      const [by, back] = swapPlaces(a, b, direction)
      const [a2, b2] = [moved(a, by), moved(b, back)]
      expect(overlap(a2, b2)).toBe(false)
      if (a.w === b.w && a.h === b.h) expect([a2, b2]).toEqual([b, a])
    }),
  )
})
