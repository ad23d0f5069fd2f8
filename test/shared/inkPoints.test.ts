import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packInk, unpackInk } from '../../shared/model/inkPoints.ts'

const point = fc.record({
  point: fc.tuple(
    fc.double({ min: -5000, max: 5000, noNaN: true }),
    fc.double({ min: -5000, max: 5000, noNaN: true }),
  ),
  pressure: fc.double({ min: 0, max: 1, noNaN: true }),
})

test('a packed stroke comes back within a thousandth of its size', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
      const { box, packed } = packInk(points)
      const back = unpackInk(packed, box)
      expect(back).toHaveLength(points.length)
      points.forEach(({ point: [x, y], pressure }, index) => {
        const [bx = NaN, by = NaN] = back[index]?.point ?? []
        expect(Math.abs(bx - x)).toBeLessThanOrEqual(box.w / 1000)
        expect(Math.abs(by - y)).toBeLessThanOrEqual(box.h / 1000)
        expect(Math.abs((back[index]?.pressure ?? NaN) - pressure)).toBeLessThan(0.02)
      })
    }),
  )
})

test('whatever a peer calls a stroke can be unpacked', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (packed) => {
      const box = { x: 1, y: 2, w: 30, h: 40 }
      for (const {
        point: [x, y],
      } of unpackInk(packed, box)) {
        expect(x >= 1 && x <= 31.01).toBe(true)
        expect(y >= 2 && y <= 42.01).toBe(true)
      }
    }),
  )
})
