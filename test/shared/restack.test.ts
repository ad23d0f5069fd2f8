import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ShapeId } from '../../shared/model/ids.ts'
import { byOrder, ordersAbove } from '../../shared/model/order.ts'
import { restack, type StackMove } from '../../shared/model/restack.ts'
import type { Shape } from '../../shared/model/shape.ts'
import { noteAt } from '../support/noteAt.ts'

/** A stack of notes on top of each other, named by letters from the bottom up. */
function stackOf(names: string, orders: readonly string[] = ordersAbove([], names.length)): readonly Shape[] {
  return Array.from(names, (name, index) => noteAt(name, [0, 0], { order: orders[index] ?? 'a0' }))
}
const ids = (names: string) => new Set(Array.from(names) as ShapeId[])

function after(stack: readonly Shape[], names: string, move: StackMove): string {
  const orders = restack(stack, ids(names), move)
  return stack
    .map((shape) => ({ ...shape, order: orders.get(shape.id) ?? shape.order }))
    .toSorted(byOrder)
    .map(({ id }) => id)
    .join('')
}

test.each([
  ['abcd', 'b', 'front', 'acdb'],
  ['abcd', 'ac', 'front', 'bdac'],
  ['abcd', 'bd', 'front', 'acbd'],
  ['abcd', 'c', 'back', 'cabd'],
  ['abcd', 'bd', 'back', 'bdac'],
  ['abcd', 'a', 'forward', 'bacd'],
  ['abcd', 'ab', 'forward', 'cabd'],
  ['abcd', 'd', 'backward', 'abdc'],
  ['abcd', 'cd', 'backward', 'acdb'],
  ['abcd', 'd', 'front', 'abcd'],
  ['abcd', 'ab', 'back', 'abcd'],
  ['abcd', 'abcd', 'forward', 'abcd'],
] as const)('in %s, %s goes %s: %s', (names, which, move, result) => {
  expect(after(stackOf(names), which, move)).toBe(result)
})

test('a step is past the next shape that overlaps, since no other would be seen', () => {
  const [a, b, c] = stackOf('abc')
  const apart = [a, noteAt('b', [5000, 0], { order: b?.order ?? '' }), c].filter((one) => one !== undefined)
  expect(after(apart, 'a', 'forward')).toBe('bca')
})

test('where two lie at the same height, all get new orders', () => {
  expect(after(stackOf('abcd', ['a1', 'a1', 'a1', 'a1']), 'a', 'forward')).toBe('bacd')
})

test('going up or down keeps the order within what goes and within what stays', () => {
  const move = fc.constantFrom<StackMove>('front', 'forward', 'backward', 'back')
  fc.assert(
    fc.property(fc.subarray(Array.from('abcdefgh')), move, (chosen, way) => {
      const which = chosen.join('')
      const sorted = Array.from(after(stackOf('abcdefgh'), which, way))
      expect(sorted.filter((name) => which.includes(name)).join('')).toBe(which)
      expect(sorted.filter((name) => !which.includes(name))).toEqual(
        Array.from('abcdefgh').filter((name) => !which.includes(name)),
      )
    }),
  )
})
