import { describe, expect, test } from 'vitest'
import { createSprites, looksAlike, type Sprite } from '../../renderer/canvas/sprites.ts'
import { isWorthKeeping } from '../../renderer/canvas/spriteMaking.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Note } from '../../shared/model/shape.ts'
import { drawShape } from '../../shared/scene/drawShape.ts'
import { monospace } from '../support/measure.ts'
import { noteAt } from '../support/noteAt.ts'

const closed: string[] = []

/** A picture of 10 by 10 pixels that says when it is thrown away. */
function picture(name: string, scale = 1): Sprite {
  const bitmap = { width: 10, height: 10, close: () => closed.push(name) } as unknown as ImageBitmap
  return { bitmap, scale, dx: 0, dy: 0 }
}

const moved = (note: Note, x: number): Note => ({ ...note, geometry: [x, 0, 200, 200, 0] })

describe('pictures of shapes', () => {
  test('are found for the shape they were made of, the one of the nearest size first', () => {
    const sprites = createSprites(10_000)
    const note = noteAt('a', [0, 0])
    expect(sprites.find(note, 1)).toBeUndefined()
    sprites.keep(note, picture('half', 0.5))
    sprites.keep(note, picture('whole', 1))
    expect(sprites.find(note, 1)?.scale).toBe(1)
    expect(sprites.find(note, 0.6)?.scale).toBe(0.5)
    expect(sprites.find(note, 8)?.scale).toBe(1)
  })

  test('stay with a shape that was only moved, and go with one that looks different', () => {
    closed.length = 0
    const sprites = createSprites(10_000)
    const note = noteAt('a', [0, 0])
    sprites.keep(note, picture('a'))
    expect(sprites.find(moved(note, 500), 1)).toBeDefined()
    expect(sprites.find({ ...note, text: 'other' }, 1)).toBeUndefined()
    expect(closed).toEqual(['a'])
  })

  test('go when there are too many, those not painted for longest first', () => {
    closed.length = 0
    const sprites = createSprites(500)
    const notes = ['a', 'b', 'c', 'd', 'e'].map((id) => noteAt(id, [0, 0]))
    for (const note of notes) {
      sprites.beginTurn()
      sprites.keep(note, picture(note.id))
    }
    sprites.beginTurn()
    sprites.find(notes[0] as Note, 1)
    sprites.keep(noteAt('f', [0, 0]), picture('f'))
    expect(closed).toEqual(['b', 'c'])
    expect(sprites.find(notes[0] as Note, 1)).toBeDefined()
  })

  test('never go in the painting that needs them, however many those are', () => {
    closed.length = 0
    const sprites = createSprites(100)
    sprites.beginTurn()
    for (const id of ['a', 'b', 'c', 'd']) sprites.keep(noteAt(id, [0, 0]), picture(id))
    expect(closed).toEqual([])
    sprites.beginTurn()
    sprites.keep(noteAt('e', [0, 0]), picture('e'))
    expect(closed).toEqual(['a', 'b', 'c', 'd'])
  })

  test('are kept in few sizes of one shape', () => {
    closed.length = 0
    const sprites = createSprites(10_000)
    const note = noteAt('a', [0, 0])
    for (const scale of [1, 2, 3, 4]) {
      sprites.beginTurn()
      sprites.keep(note, picture(`${scale}`, scale))
    }
    expect(closed).toEqual(['1'])
    sprites.forget('a' as ShapeId)
    expect(closed).toEqual(['1', '4', '3', '2'])
  })
})

test('where a shape is and what it belongs to changes nothing about its look; its size and colour do', () => {
  const note = noteAt('a', [0, 0], { text: 'one' })
  expect(looksAlike(note, { ...moved(note, 70), order: 'b', locked: true })).toBe(true)
  expect(looksAlike(note, { ...note, style: { ...note.style } })).toBe(true)
  expect(looksAlike(note, { ...note, geometry: [0, 0, 200, 300, 0] })).toBe(false)
  expect(looksAlike(note, { ...note, geometry: [0, 0, 200, 200, 45] })).toBe(false)
  expect(looksAlike(note, { ...note, style: { color: 'teal' } })).toBe(false)
  expect(looksAlike(note, { ...note, marks: [{ from: 0, to: 2, bold: true }] })).toBe(false)
})

test('a picture is kept of what is slow to paint and not too large', () => {
  const look = { measure: monospace, theme: 'light' } as const
  const written = drawShape(noteAt('a', [0, 0], { text: 'some words' }), look)
  const empty = drawShape(noteAt('b', [0, 0], { text: '' }), look)
  const area = { x: 0, y: 0, w: 200, h: 200 }
  expect(isWorthKeeping(written, area, 1)).toBe(true)
  expect(isWorthKeeping(written, area, 8)).toBe(false)
  expect(isWorthKeeping(empty, area, 1)).toBe(false)
  expect(isWorthKeeping([...written, { op: 'image', box: area, asset: '' }], area, 1)).toBe(false)
})
