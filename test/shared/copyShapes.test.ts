import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyShapes } from '../../shared/model/copyShapes.ts'
import type { ShapeId } from '../../shared/model/ids.ts'

type Linked = Parameters<typeof copyShapes>[0][number] & { readonly text?: string }

const id = (name: string) => name as ShapeId

/** Names that can be told: copies are `1`, `2` …, their groups `g1`, `g2` … */
function counting() {
  let shapes = 0
  let groups = 0
  return { shape: () => `${++shapes}`, group: () => `g${++groups}` }
}

const copied = (shapes: readonly Linked[], more = {}) => copyShapes(shapes, { ...counting(), ...more })

test('copies keep everything but their ids, in the same order', () => {
  expect(copied([{ id: id('a'), text: 'one' }, { id: id('b') }])).toEqual([
    { id: '1', text: 'one' },
    { id: '2' },
  ])
})

test('what copies name of each other is the copy of it', () => {
  expect(
    copied([
      { id: id('section') },
      { id: id('note'), section: id('section') },
      { id: id('stamp'), on: id('note') },
      { id: id('arrow'), start: { point: [0, 0], shape: id('note') }, end: { point: [5, 5] } },
    ]),
  ).toEqual([
    { id: '1' },
    { id: '2', section: '1' },
    { id: '3', on: '2' },
    { id: '4', start: { point: [0, 0], shape: '2' }, end: { point: [5, 5] } },
  ])
})

test('one shape given twice becomes two', () => {
  expect(copied([{ id: id('a') }, { id: id('a') }])).toEqual([{ id: '1' }, { id: '2' }])
})

const alone: Linked = {
  id: id('x'),
  section: id('section'),
  on: id('note'),
  start: { point: [1, 2], shape: id('note') },
}

test('what copies name of anything else is dropped, and a connector ends where it ended', () => {
  expect(copied([alone])).toEqual([{ id: '1', start: { point: [1, 2] } }])
})

test('what stays where the copies go stays named', () => {
  expect(copied([alone], { stays: (other: ShapeId) => other === 'section' })).toEqual([
    { id: '1', section: 'section', start: { point: [1, 2] } },
  ])
})

test('groups are new ones, nested as they were', () => {
  const shapes: Linked[] = [
    { id: id('a'), groups: ['outer', 'inner'] },
    { id: id('b'), groups: ['outer', 'inner'] },
    { id: id('c'), groups: ['outer'] },
  ]
  expect(copied(shapes).map(({ groups }) => groups)).toEqual([['g1', 'g2'], ['g1', 'g2'], ['g1']])
})

test('a group of which too little was copied is none', () => {
  expect(copied([{ id: id('a'), groups: ['outer', 'inner'] }])).toEqual([{ id: '1' }])
  const inner: Linked[] = ['a', 'b'].map((name) => ({ id: id(name), groups: ['outer', 'inner'] }))
  expect(copied(inner).map(({ groups }) => groups)).toEqual([['g1'], ['g1']])
})

test('however shapes name each other, copies name copies only and nothing of the original changes', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e').map(id)
  const end = fc.record({ point: fc.constant([0, 0] as const), shape: name }, { requiredKeys: ['point'] })
  const linked: fc.Arbitrary<Linked> = fc.record(
    {
      id: name,
      section: name,
      on: name,
      start: end,
      end,
      groups: fc.constantFrom<string[][]>(['g'], ['g', 'h'], []),
    },
    { requiredKeys: ['id'] },
  )
  fc.assert(
    fc.property(fc.uniqueArray(linked, { selector: (shape) => shape.id }), (shapes) => {
      const before = structuredClone(shapes)
      const copies = copied(shapes)
      expect(shapes).toEqual(before)
      const ids = new Set(copies.map((copy) => copy.id))
      expect(ids.size).toBe(shapes.length)
      for (const { section, on, start, end: last } of copies)
        for (const other of [section, on, start?.shape, last?.shape])
          if (other !== undefined) expect(ids.has(other)).toBe(true)
    }),
  )
})
