import { expect, test } from 'vitest'
import { addImages, type NewImage } from '../../renderer/editor/commands/addImages.ts'
import { describeImage } from '../../renderer/editor/commands/describeImage.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { center, unionOf } from '../../shared/geometry/box.ts'
import { boundsOf } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'

const image = (size: Vec, digit = 'a'): NewImage => ({ asset: digit.repeat(64), natural: size, size })

test('an image lies around the point it was put at, as large as it is, selected, on top', () => {
  const t = new TestEditor()
  t.note([0, 0])
  addImages(t.editor, [image([400, 200])], [100, 50])
  const [, added] = t.shapes()
  expect(added).toMatchObject({
    kind: 'image',
    geometry: [-100, -50, 400, 200, 0],
    asset: 'a'.repeat(64),
    natural: [400, 200],
    alt: '',
  })
  expect(t.selected()).toEqual([added?.id])
})

test('an image larger than the view is made to fit into it', () => {
  const t = new TestEditor()
  addImages(t.editor, [image([4000, 1000])], [0, 0])
  expect(t.shapes()[0]?.geometry).toEqual([-480, -120, 960, 240, 0])
  t.editor.camera.set({ x: 0, y: 0, zoom: 0.1 })
  addImages(t.editor, [image([4000, 1000])], [0, 0])
  expect(t.shapes()[1]?.geometry).toEqual([-2000, -500, 4000, 1000, 0])
})

test('several images lie in rows around the point, none over another, and are one undo step', () => {
  const t = new TestEditor()
  const sizes = Array.from({ length: 12 }, (_, i): Vec => [300 + 70 * i, 200 + 30 * i])
  addImages(
    t.editor,
    sizes.map((size) => image(size)),
    [1000, 1000],
  )
  const boxes = t.shapes().map(boundsOf)
  expect(boxes).toHaveLength(12)
  for (const [i, a] of boxes.entries()) {
    expect(a.h).toBeLessThanOrEqual(320)
    expect(a.w / a.h).toBeCloseTo((sizes[i]?.[0] ?? 0) / (sizes[i]?.[1] ?? 1))
    for (const b of boxes.slice(i + 1))
      expect(a.x + a.w < b.x || b.x + b.w < a.x || a.y + a.h < b.y || b.y + b.h < a.y).toBe(true)
  }
  const rows = new Set(boxes.map(({ y, h }) => (y + h / 2).toFixed(3)))
  expect(rows.size).toBe(4)
  const whole = unionOf(boxes)
  expect(whole && center(whole)[1]).toBeCloseTo(1000)
  t.editor.workshop.history.undo()
  expect(t.shapes()).toEqual([])
})

test('very many images lie in rows about as wide as the board is seen', () => {
  const t = new TestEditor()
  addImages(
    t.editor,
    Array.from({ length: 60 }, () => image([400, 300])),
    [0, 0],
  )
  const whole = unionOf(t.shapes().map(boundsOf))
  expect(whole && whole.w / whole.h).toBeGreaterThan(1.2)
  expect(whole && whole.w / whole.h).toBeLessThan(2)
})

test('an image is described in one undo step; the same words again are none', () => {
  const t = new TestEditor()
  addImages(t.editor, [image([10, 10])], [0, 0])
  const [id] = t.selected()
  if (!id) throw new Error('Expected an image')
  t.editor.workshop.history.undo()
  t.editor.workshop.history.redo()
  describeImage(t.editor, id, '  A key box by the door ')
  describeImage(t.editor, id, 'A key box by the door')
  expect(t.shape(id)).toMatchObject({ alt: 'A key box by the door' })
  t.editor.workshop.history.undo()
  expect(t.shape(id)).toMatchObject({ alt: '' })
})

test('a workshop opened for reading takes no images', () => {
  const t = new TestEditor({ readOnly: true })
  addImages(t.editor, [image([10, 10])], [0, 0])
  expect(t.shapes()).toEqual([])
})
