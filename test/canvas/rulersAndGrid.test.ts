import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridStep } from '../../renderer/canvas/GridBackground.tsx'
import { rulerMarks } from '../../renderer/canvas/rulerMarks.ts'

const zoom = fc.double({ min: 0.02, max: 8, noNaN: true })

test('labels of a ruler are round, far enough apart to be read, and as many as can be seen', () => {
  fc.assert(
    fc.property(zoom, fc.integer({ min: -100_000, max: 100_000 }), (z, from) => {
      const marks = rulerMarks(from, 1200, z)
      const labels = marks.filter(({ labelled }) => labelled)
      expect(labels.length).toBeGreaterThanOrEqual(6)
      expect(labels.length).toBeLessThanOrEqual(18)
      for (const { at } of marks) expect(at >= -0.001 && at <= 1200.001).toBe(true)
      const [a, b] = labels
      const step = (b?.value ?? 0) - (a?.value ?? 0)
      expect([1, 2, 5]).toContain(Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9)))
    }),
  )
})

test('dots of the grid are never crowded', () => {
  fc.assert(fc.property(zoom, (z) => gridStep(z) * z >= 14))
  expect(gridStep(1)).toBe(20)
  expect(gridStep(0.1)).toBe(500)
})
