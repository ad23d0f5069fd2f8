import { expect, test } from 'vitest'
import { glideAt, glideTo, type Glide } from '../../../renderer/canvas/others/glide.ts'

test('a point appears where it is, and goes evenly to where it is next', () => {
  const first = glideTo(undefined, [10, 10], 0)
  expect(glideAt(first, 0)).toEqual([10, 10])
  const next = glideTo(first, [20, 10], 50)
  const { lasts } = next
  expect(glideAt(next, 50)).toEqual([10, 10])
  expect(glideAt(next, 50 + lasts / 2)).toEqual([15, 10])
  expect(glideAt(next, 50 + lasts)).toEqual([20, 10])
})

test('samples that come 20 times a second make one motion without stops or jumps, also when some are late', () => {
  let glide: Glide | undefined
  const seen: number[] = []
  const samples = Array.from({ length: 20 }, (_, index) => index * 50 + (index % 3) * 6)
  for (let now = 0, next = 0; now < 1000; now += 16) {
    if (now >= (samples[next] ?? Infinity)) {
      glide = glideTo(glide, [(samples[next] ?? 0) * 0.5, 0], now)
      next++
    }
    if (glide) seen.push(glideAt(glide, now)[0])
  }
  const steps = seen.slice(10).map((x, index) => x - (seen[index + 9] ?? 0))
  expect(Math.min(...steps)).toBeGreaterThan(0)
  expect(Math.max(...steps)).toBeLessThan(16)
})

test('after a pause it does not take as long as the pause', () => {
  const rested = glideTo(glideTo(undefined, [0, 0], 0), [100, 0], 10_000)
  expect(glideAt(rested, 10_060)).toEqual([100, 0])
})
