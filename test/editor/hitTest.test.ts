import { expect, test } from 'vitest'
import type { Vec } from '../../shared/geometry/vec.ts'
import { hits } from '../../renderer/editor/hitTest.ts'
import { aForm } from '../support/shapes.ts'

const SLACK = 6
const empty = aForm().style
const filled = { ...empty, fill: 'blue' } as const

/** On the outline of an ellipse or a diamond of 200 by 100 at the origin, between two of its tips. */
const ON_ELLIPSE: Vec = [100 + 100 * Math.SQRT1_2, 50 - 50 * Math.SQRT1_2]
const ON_DIAMOND: Vec = [150, 25]
const CORNER: Vec = [3, 3]
const MIDDLE: Vec = [100, 50]

test.each([
  ['an ellipse', 'ellipse', ON_ELLIPSE],
  ['a diamond', 'diamond', ON_DIAMOND],
  ['a rectangle', 'rectangle', [200, 40]],
] as const)('%s that nothing fills is met on its outline, and not within', (_, form, on) => {
  const shape = aForm({ form, style: empty })
  expect(hits(shape, on, SLACK)).toBe(true)
  expect(hits(shape, MIDDLE, SLACK)).toBe(false)
})

test.each(['ellipse', 'diamond'] as const)('the corners of the box around an %s are not it', (form) => {
  for (const style of [empty, filled]) expect(hits(aForm({ form, style }), CORNER, SLACK)).toBe(false)
  expect(hits(aForm({ form, style: filled }), MIDDLE, SLACK)).toBe(true)
  expect(hits(aForm({ form, text: 'so' }), MIDDLE, SLACK)).toBe(true)
})

test('a turned diamond is met where it is seen', () => {
  const turned = aForm({ form: 'diamond', geometry: [0, 0, 200, 100, 90], style: filled })
  expect(hits(turned, [100, -40], SLACK)).toBe(true)
  expect(hits(turned, [10, 50], SLACK)).toBe(false)
})
