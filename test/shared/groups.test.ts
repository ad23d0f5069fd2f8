import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  commonPath,
  groupAt,
  grouped,
  sharedPath,
  ungrouped,
  type Grouped,
} from '../../shared/model/groups.ts'
import type { GroupId } from '../../shared/model/ids.ts'

const id = (name: string) => name as GroupId
const inGroups = (...names: string[]): Grouped => ({ groups: names.map(id) })
const shape = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
  .map((names) => inGroups(...names))
const path = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 })
  .map((names) => names.map(id))

test('a shape counts as part of its outermost group, and further in as part of the next', () => {
  const nested = inGroups('outer', 'inner')
  expect(groupAt(nested, [])).toBe('outer')
  expect(groupAt(nested, [id('outer')])).toBe('inner')
  expect(groupAt(nested, [id('outer'), id('inner')])).toBeUndefined()
  expect(groupAt(nested, [id('other')])).toBe('outer')
  expect(groupAt({}, [])).toBeUndefined()
})

test('a group made within another lies within it', () => {
  expect(grouped(inGroups('outer', 'inner'), id('new'), [id('outer')])).toEqual(['outer', 'new', 'inner'])
})

test('what is grouped and taken apart again is as it was', () => {
  fc.assert(
    fc.property(shape, path, (one, at) => {
      const here = sharedPath(at, one)
      const more = { groups: [...(grouped(one, id('new'), here) ?? [])] }
      expect(groupAt(more, here)).toBe('new')
      expect(ungrouped(more, here)).toEqual(one.groups)
    }),
  )
})

test('groups lie no deeper than the model allows', () => {
  const deep = inGroups(...Array.from({ length: 20 }, (_, depth) => `g${depth}`))
  expect(grouped(deep, id('new'), [])).toBeUndefined()
})

test('the path that all share is a beginning of the path of each', () => {
  fc.assert(
    fc.property(path, fc.array(shape), (at, shapes) => {
      const common = commonPath(at, shapes)
      for (const one of shapes) expect((one.groups ?? []).slice(0, common.length)).toEqual(common)
      const longer = at.slice(0, common.length + 1)
      if (longer.length > common.length)
        expect(shapes.some((one) => sharedPath(longer, one).length < longer.length)).toBe(true)
    }),
  )
})
