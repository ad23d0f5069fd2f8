import { expect, test } from 'vitest'
import { createViewMotion, REST_MS } from '../../renderer/canvas/viewMotion.ts'

test('a view that was never moved rests', () => {
  const motion = createViewMotion()
  motion.see({ x: 0, y: 0, zoom: 1 }, 0)
  expect([motion.isMoving(0), motion.isZooming(0), motion.drift(0)]).toEqual([false, false, [0, 0]])
})

test('it moves and has a direction until it has rested for a while', () => {
  const motion = createViewMotion()
  motion.see({ x: 0, y: 0, zoom: 0.5 }, 0)
  motion.see({ x: 40, y: -3, zoom: 0.5 }, 1000)
  expect(motion.isMoving(1000 + REST_MS - 1)).toBe(true)
  expect(motion.isZooming(1000)).toBe(false)
  expect(motion.drift(1010)).toEqual([1, -1])
  expect(motion.isMoving(1000 + REST_MS)).toBe(false)
  expect(motion.drift(1000 + REST_MS)).toEqual([0, 0])
})

test('less than half a screen unit is no direction', () => {
  const motion = createViewMotion()
  motion.see({ x: 0, y: 0, zoom: 0.1 }, 0)
  motion.see({ x: 4, y: 6, zoom: 0.1 }, 10)
  expect(motion.drift(11)).toEqual([0, 1])
})

test('while it zooms it goes nowhere', () => {
  const motion = createViewMotion()
  motion.see({ x: 0, y: 0, zoom: 1 }, 0)
  motion.see({ x: 40, y: 40, zoom: 1.1 }, 10)
  expect(motion.isZooming(20)).toBe(true)
  expect(motion.drift(20)).toEqual([0, 0])
  motion.see({ x: 80, y: 40, zoom: 1.1 }, 100)
  expect(motion.isZooming(100)).toBe(true)
  expect(motion.isZooming(10 + REST_MS)).toBe(false)
  expect(motion.drift(10 + REST_MS)).toEqual([1, 0])
})
