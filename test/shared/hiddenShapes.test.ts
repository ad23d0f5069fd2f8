import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import { readingOrder } from '../../shared/model/readingOrder.ts'
import { recordsOf } from '../../shared/model/records.ts'
import { sectionsAround } from '../../shared/model/sections.ts'
import type { Note, Section, Shape, Stamp } from '../../shared/model/shape.ts'
import { indexShapes } from '../../shared/model/shapeIndex.ts'
import { addFirstBoard, createDocument, openWorkshop, type Workshop } from '../../shared/model/workshop.ts'
import { aConnector } from '../support/shapes.ts'

const EVERYTHING = { x: -1e6, y: -1e6, w: 2e6, h: 2e6 }
const id = (name: string) => name as ShapeId
const base = { board: FIRST_BOARD, order: 'a0' }
const note = (name: string, section?: string): Note => ({
  ...base,
  id: id(name),
  kind: 'note',
  geometry: [0, 0, 200, 200, 0],
  style: { color: 'yellow' },
  text: '',
  grow: 0,
  ...(section && { section: id(section) }),
})
const section = (name: string, inside?: string, collapsed = false): Section => ({
  ...base,
  id: id(name),
  kind: 'section',
  geometry: [0, 0, 600, 400, 0],
  style: { color: 'grey' },
  text: '',
  ...(inside && { section: id(inside) }),
  ...(collapsed && { collapsed: true }),
})
const stamp = (name: string, on: string): Stamp => ({
  ...base,
  id: id(name),
  kind: 'stamp',
  geometry: [0, 0, 48, 48, 0],
  emoji: '👍',
  on: id(on),
})

function workshopWith(...shapes: readonly Shape[]): Workshop {
  const doc = createDocument()
  addFirstBoard(doc)
  const workshop = openWorkshop(doc)
  workshop.change((change) => shapes.forEach((shape) => change.add(shape)))
  return workshop
}
const seen = ({ shapes }: Workshop) => shapes.within(FIRST_BOARD, EVERYTHING).map((shape) => shape.id)

test('a collapsed section hides what lies in it, however deep, and the stamps on it', () => {
  const workshop = workshopWith(section('s'), section('t', 's'), note('a', 't'), stamp('v', 'a'), note('b'))
  const fold = (collapsed: true | undefined) =>
    workshop.change((change) => change.update(id('s'), { collapsed }))
  expect(seen(workshop)).toHaveLength(5)
  fold(true)
  expect(seen(workshop)).toEqual(['b', 's'])
  expect(workshop.shapes.shown(FIRST_BOARD).map((shape) => shape.id)).toEqual(['b', 's'])
  expect(workshop.shapes.all(FIRST_BOARD)).toHaveLength(5)
  fold(undefined)
  expect(seen(workshop)).toHaveLength(5)
})

test('a collapsed section says how many things it holds', () => {
  const workshop = workshopWith(
    section('s', undefined, true),
    section('t', 's'),
    note('a', 't'),
    note('b', 's'),
    stamp('v', 'b'),
  )
  const holds = () => {
    const shape = workshop.shapes.get(id('s'))
    return shape?.kind === 'section' ? shape.holds : undefined
  }
  expect(holds()).toBe(2)
  workshop.change((change) => change.add(note('c', 't')))
  expect(holds()).toBe(3)
  workshop.change((change) => change.remove(id('a')))
  expect(holds()).toBe(2)
  workshop.change((change) => change.update(id('b'), { section: undefined }))
  expect(holds()).toBe(1)
  workshop.change((change) => change.update(id('s'), { collapsed: undefined }))
  expect(holds()).toBeUndefined()
})

test('a connector ends on the section that hides its end, and is hidden when both ends are', () => {
  const workshop = workshopWith(
    section('s'),
    note('a', 's'),
    note('b', 's'),
    { ...note('c'), geometry: [1000, 0, 200, 200, 0] },
    aConnector({
      id: id('out'),
      start: { point: [0, 0], shape: id('a') },
      end: { point: [9, 9], shape: id('c') },
    }),
    aConnector({
      id: id('in'),
      start: { point: [0, 0], shape: id('a') },
      end: { point: [9, 9], shape: id('b') },
    }),
  )
  workshop.change((change) => change.update(id('s'), { collapsed: true }))
  expect(seen(workshop)).toEqual(expect.arrayContaining(['out', 's', 'c']))
  expect(seen(workshop)).not.toContain('in')
  const out = workshop.shapes.get(id('out'))
  expect(out?.kind === 'connector' && out.path[0]?.[1]).toBeCloseTo(48, 0)
  expect(out?.kind === 'connector' && out.start.shape).toBe('a')
})

test('of sections that lie in each other, one lies in none, for everybody', () => {
  const ring = [section('a', 'b', true), section('b', 'c', true), section('c', 'a', true)]
  const workshop = workshopWith(...ring, note('n', 'b'))
  const around = (name: string) =>
    sectionsAround(workshop.shapes.get(id(name)) ?? note(name), workshop.shapes.get).map((one) => one.id)
  expect(around('a')).toEqual([])
  expect(around('b')).toEqual(['c', 'a'])
  expect(around('c')).toEqual(['a'])
  expect(around('n')).toEqual(['b', 'c', 'a'])
  expect(seen(workshop)).toEqual(['a'])
})

/** Names of what there is: sections, notes in them, stamps and connectors between them. */
const NAMES = ['a', 'b', 'c', 'd', 'n', 'm', 'o', 'v', 'w', 'k', 'l'] as const

test('a document whose sections lie in each other without end opens all the same', () => {
  const deep = Array.from({ length: 4000 }, (_, at) => section(`s${at}`, at > 0 ? `s${at - 1}` : undefined))
  const workshop = workshopWith(...deep)
  expect(workshop.shapes.count(FIRST_BOARD)).toBe(deep.length)
  expect(workshop.shapes.sections(FIRST_BOARD)).toHaveLength(deep.length)
  expect(readingOrder(workshop.shapes.all(FIRST_BOARD), 'ltr').length).toBeGreaterThan(0)
})

test('whatever is edited, the index knows what a fresh one would', () => {
  const name = fc.constantFrom(...NAMES)
  const target = fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined })
  const edit = fc.oneof(
    fc.record({ op: fc.constant('into' as const), name, target }),
    fc.record({ op: fc.constant('fold' as const), name, fold: fc.boolean() }),
    fc.record({ op: fc.constant('remove' as const), name }),
    fc.record({ op: fc.constant('add' as const), name, target }),
    fc.record({ op: fc.constant('move' as const), name, x: fc.integer({ min: -500, max: 500 }) }),
  )
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const workshop = workshopWith(...NAMES.map((one) => made(one)))
      for (const one of edits) apply(workshop, one)
      const fresh = indexShapes(recordsOf(workshop.doc, 'shapes'), workshop.journeys)
      expect(seen(workshop)).toEqual(fresh.within(FIRST_BOARD, EVERYTHING).map((shape) => shape.id))
      expect(withoutLines(workshop.shapes.all(FIRST_BOARD))).toEqual(withoutLines(fresh.all(FIRST_BOARD)))
      expect(workshop.shapes.shown(FIRST_BOARD).map((shape) => shape.id)).toEqual(seen(workshop))
      expect(workshop.shapes.sections(FIRST_BOARD)).toEqual(fresh.sections(FIRST_BOARD))
    }),
    { numRuns: 300 },
  )
})

/** Where a connector was last attached is remembered, and a fresh index cannot know it. */
const withoutLines = (shapes: readonly Shape[]) => shapes.filter(({ kind }) => kind !== 'connector')

type Edit =
  | { readonly op: 'into' | 'add'; readonly name: string; readonly target: string | undefined }
  | { readonly op: 'fold'; readonly name: string; readonly fold: boolean }
  | { readonly op: 'remove'; readonly name: string }
  | { readonly op: 'move'; readonly name: string; readonly x: number }

function made(name: string, inside?: string): Shape {
  if (name < 'e') return section(name, inside)
  if (name === 'v' || name === 'w') return stamp(name, name === 'v' ? 'n' : 'm')
  const [from, to] = name === 'k' ? ['n', 'm'] : ['m', 'a']
  if (name === 'k' || name === 'l')
    return aConnector({
      id: id(name),
      start: { point: [0, 0], shape: id(from) },
      end: { point: [5, 5], shape: id(to) },
    })
  return note(name, inside)
}

function apply({ shapes, change }: Workshop, edit: Edit): void {
  const there = shapes.get(id(edit.name))
  change((now) => {
    if (edit.op === 'add') return there ? undefined : now.add(made(edit.name, edit.target))
    if (!there) return
    if (edit.op === 'remove') now.remove(there.id)
    else if (edit.op === 'into') now.update(there.id, { section: edit.target as ShapeId | undefined })
    else if (edit.op === 'move') now.update(there.id, { geometry: [edit.x, 0, 200, 200, 0] })
    else if (edit.op === 'fold' && there.kind === 'section')
      now.update(there.id, { collapsed: edit.fold || undefined })
  })
}
