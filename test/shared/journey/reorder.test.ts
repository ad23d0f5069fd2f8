import { expect, test } from 'vitest'
import { reorder } from '../../../shared/journey/reorder.ts'
import { byOrder } from '../../../shared/model/order.ts'

const list = (...orders: string[]) => orders.map((order, index) => ({ id: 'abcdef'.charAt(index), order }))
const after = (items: ReturnType<typeof list>, id: string, index: number) => {
  const orders = reorder(items, id, index)
  return {
    ids: items
      .map((one) => ({ ...one, order: orders.get(one.id) ?? one.order }))
      .sort(byOrder)
      .map((one) => one.id)
      .join(''),
    written: orders.size,
  }
}

test('one is moved by writing one order', () => {
  const items = list('a0', 'a1', 'a2', 'a3')
  expect(after(items, 'a', 2)).toEqual({ ids: 'bcad', written: 1 })
  expect(after(items, 'd', 0)).toEqual({ ids: 'dabc', written: 1 })
  expect(after(items, 'b', 9)).toEqual({ ids: 'acdb', written: 1 })
})

test('nothing is written for one that stays, or is not there', () => {
  const items = list('a0', 'a1')
  expect(after(items, 'a', 0).written).toBe(0)
  expect(after(items, 'b', 1).written).toBe(0)
  expect(after(items, 'x', 0).written).toBe(0)
})

test('where two have the same order, or one that is none, all get new ones', () => {
  expect(after(list('a0', 'a0', 'a1'), 'c', 1)).toEqual({ ids: 'acb', written: 3 })
  expect(after(list('a0', 'a1x!', '~'), 'a', 2).ids).toBe('bca')
})
