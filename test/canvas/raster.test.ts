import { describe, expect, test } from 'vitest'
import {
  covers,
  pageBoxOf,
  pixelsOf,
  placementOf,
  rasterFor,
  type Raster,
  type Seen,
} from '../../renderer/canvas/raster.ts'

const viewport = { w: 1000, h: 600 }
const seen = (x: number, y: number, zoom = 1, ratio = 1): Seen => ({
  camera: { x, y, zoom },
  viewport,
  ratio,
})

/** Where a page point is on the screen when the raster is shown, in device pixels. */
function onScreen(raster: Raster, now: Seen, [x, y]: readonly [number, number]): readonly [number, number] {
  const place = placementOf(raster, now)
  const pixel = (value: number, from: number) => Math.round(value * raster.scale) - from
  return [
    place.x * now.ratio + pixel(x, raster.left) * place.scale * now.ratio,
    place.y * now.ratio + pixel(y, raster.top) * place.scale * now.ratio,
  ]
}

describe('what is painted', () => {
  test('reaches beyond the viewport on every side while nothing moves', () => {
    const box = pageBoxOf(rasterFor(seen(100, 200)))
    expect(box).toEqual({ x: -220, y: -40, w: 1640, h: 1080 })
  })

  test('lies ahead of a movement, but still behind it, too', () => {
    const { left, w } = rasterFor(seen(0, 0), [1, 0])
    expect(left).toBeLessThan(0)
    expect(left).toBeGreaterThan(-100)
    expect(left + w).toBe(1000 + 640 + left)
  })

  test('is no more than there is', () => {
    const raster = rasterFor(seen(0, 0, 2), [0, 0], { x: 10, y: 20, w: 30, h: 40 })
    expect(raster).toEqual({ scale: 2, left: 20, top: 40, w: 60, h: 80 })
    expect(rasterFor(seen(0, 0), [0, 0], { x: 9000, y: 0, w: 10, h: 10 }).w).toBe(1)
  })
})

describe('what can be shown without painting', () => {
  test('is as far as the margin reaches', () => {
    const raster = rasterFor(seen(0, 0))
    expect(covers(raster, seen(320, 240))).toBe(true)
    expect(covers(raster, seen(-320, -240))).toBe(true)
    expect(covers(raster, seen(325, 0))).toBe(false)
    expect(covers(raster, seen(0, -245))).toBe(false)
  })

  test('is a little larger or smaller', () => {
    const raster = rasterFor(seen(0, 0))
    expect(covers(raster, seen(100, 100, 1.3))).toBe(true)
    expect(covers(raster, seen(100, 100, 1.4))).toBe(false)
    expect(covers(raster, seen(-150, -100, 0.8))).toBe(true)
    expect(covers(raster, seen(-150, -100, 0.7))).toBe(false)
  })

  test('is anywhere, if there is nothing to be seen there', () => {
    const content = { x: 0, y: 0, w: 100, h: 100 }
    const raster = rasterFor(seen(0, 0), [0, 0], content)
    expect(covers(raster, seen(90, 50), content)).toBe(true)
    expect(covers(raster, seen(5000, 5000), content)).toBe(true)
  })
})

describe('where it is shown', () => {
  test.each([1, 1.25, 2])('whole device pixels apart from the painted ones, at ratio %d', (ratio) => {
    const raster = rasterFor(seen(0.3, 0.7, 0.77, ratio))
    for (const [x, y] of [
      [3.21, 7.7],
      [123.4, -55.5],
      [-17.13, 99.99],
    ] as const) {
      const now = seen(x, y, 0.77, ratio)
      const [px, py] = onScreen(raster, now, [50, 60])
      expect(px).toBeCloseTo(Math.round(px), 6)
      expect(py).toBeCloseTo(Math.round(py), 6)
      expect(Math.abs(px - (50 - x) * 0.77 * ratio)).toBeLessThanOrEqual(1)
      // The same as if it were painted there anew.
      const fresh = onScreen(rasterFor(now), now, [50, 60])
      expect(px).toBeCloseTo(fresh[0], 6)
      expect(py).toBeCloseTo(fresh[1], 6)
    }
  })

  test('stretched about the right point while the view zooms', () => {
    const raster = rasterFor(seen(0, 0))
    const now = seen(40, 30, 1.2)
    const [px, py] = onScreen(raster, now, [100, 100])
    expect(px).toBeCloseTo(72, 6)
    expect(py).toBeCloseTo(84, 6)
  })
})

test('the pixels of a part are those it touches', () => {
  const raster: Raster = { scale: 2, left: 10, top: 20, w: 100, h: 100 }
  expect(pixelsOf(raster, { x: 10.2, y: 15, w: 5, h: 5 })).toEqual({ x: 10, y: 10, w: 11, h: 10 })
  expect(pixelsOf(raster, { x: -50, y: 15, w: 70, h: 5 })).toEqual({ x: 0, y: 10, w: 30, h: 10 })
  expect(pixelsOf(raster, { x: 500, y: 0, w: 5, h: 5 })).toBeUndefined()
})
