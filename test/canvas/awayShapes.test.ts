import { expect, test } from 'vitest'
import { createAwayShapes } from '../../renderer/canvas/awayShapes.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Shape } from '../../shared/model/shape.ts'

const id = (name: string) => name as ShapeId
const ids = (...names: string[]) => new Set(names.map(id))
const shapes = (...names: string[]) => new Map(names.map((name) => [id(name), {} as Shape]))

test('what is moved is away until it is put down, and is told of twice', () => {
  const away = createAwayShapes()
  expect(away.update(null)).toBeUndefined()
  const moved = ids('a', 'b')
  expect(away.update({ kind: 'move', ids: moved, by: [1, 1] })).toEqual(ids('a', 'b'))
  expect(away.has(id('a'))).toBe(true)
  expect(away.update({ kind: 'move', ids: moved, by: [2, 2] })).toBeUndefined()
  expect(away.update(null)).toEqual(ids('a', 'b'))
  expect(away.has(id('a'))).toBe(false)
})

test('connectors that follow are away, too, from when they begin to', () => {
  const away = createAwayShapes()
  const moved = ids('a')
  away.update({ kind: 'move', ids: moved, by: [1, 1] })
  expect(away.update({ kind: 'move', ids: moved, by: [2, 2], follow: shapes('line') })).toEqual(
    ids('a', 'line'),
  )
  expect(away.update({ kind: 'move', ids: moved, by: [3, 3], follow: shapes('line') })).toBeUndefined()
  expect(away.has(id('line'))).toBe(true)
})

test('what is copied stays where it is', () => {
  const away = createAwayShapes()
  expect(away.update({ kind: 'move', ids: ids('a'), by: [1, 1], copy: true })).toBeUndefined()
  expect(away.has(id('a'))).toBe(false)
})

test('what a gesture changes is away as long as it does', () => {
  const away = createAwayShapes()
  expect(away.update({ kind: 'change', shapes: shapes('a', 'b') })).toEqual(ids('a', 'b'))
  expect(away.update({ kind: 'change', shapes: shapes('a', 'b') })).toBeUndefined()
  expect(away.update({ kind: 'change', shapes: shapes('a', 'c') })).toEqual(ids('a', 'b', 'c'))
  expect(away.has(id('b'))).toBe(false)
})
