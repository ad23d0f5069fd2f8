import { expect, test } from 'vitest'
import { afterWheel, type Wheel } from '../../renderer/canvas/wheelInput.ts'

const CAMERA = { x: 0, y: 0, zoom: 1 }
const WHEEL: Wheel = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false }
const after = (wheel: Partial<Wheel>) => afterWheel(CAMERA, { ...WHEEL, ...wheel }, [100, 100])

test('a trackpad pans both ways at once', () => {
  expect(after({ deltaX: 3.5, deltaY: -7.25 })).toEqual({ x: 3.5, y: -7.25, zoom: 1 })
})

test('a wheel that counts lines or pages pans as far as one that counts pixels', () => {
  expect(after({ deltaY: 3, deltaMode: 1 })).toEqual({ x: 0, y: 120, zoom: 1 })
  expect(after({ deltaY: 1, deltaMode: 2 })).toEqual({ x: 0, y: 400, zoom: 1 })
})

test('with Shift the one wheel of a mouse goes sideways, unless the system has turned it already', () => {
  expect(after({ deltaY: 100, shiftKey: true })).toEqual({ x: 100, y: 0, zoom: 1 })
  expect(after({ deltaX: 100, shiftKey: true })).toEqual({ x: 100, y: 0, zoom: 1 })
})

test('a notch of the wheel zooms in one step, a pinch on a trackpad by as much as it is', () => {
  expect(after({ deltaY: -120, ctrlKey: true }).zoom).toBeCloseTo(Math.exp(0.25), 6)
  expect(after({ deltaY: -1.5, ctrlKey: true }).zoom).toBeCloseTo(Math.exp(0.015), 6)
})

test('what is under the pointer stays there', () => {
  const { x, y, zoom } = after({ deltaY: -10, ctrlKey: true })
  expect([x + 100 / zoom, y + 100 / zoom]).toEqual([100, 100])
})
