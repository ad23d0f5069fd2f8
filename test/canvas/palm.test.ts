import { expect, test } from 'vitest'
import { isPalm } from '../../renderer/canvas/palm.ts'

test('without a pen every touch is a finger, however large', () => {
  expect(isPalm(200, 1000, undefined)).toBe(false)
})

test('while the pen is down, and shortly after, a touch is the hand that holds it', () => {
  expect(isPalm(10, 5000, { down: true, last: 0 })).toBe(true)
  expect(isPalm(10, 1400, { down: false, last: 1000 })).toBe(true)
  expect(isPalm(10, 1600, { down: false, last: 1000 })).toBe(false)
})

test('later a fingertip is a finger and the ball of a hand is not', () => {
  expect(isPalm(30, 9000, { down: false, last: 0 })).toBe(false)
  expect(isPalm(90, 9000, { down: false, last: 0 })).toBe(true)
})
