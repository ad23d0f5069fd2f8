import { expect, test } from 'vitest'
import { edgeScrollSpeed, scrollsAtEdges } from '../../renderer/editor/edgeScroll.ts'
import { TestEditor } from '../support/testEditor.ts'

const VIEWPORT = { w: 1000, h: 600 }

test('away from the edges the view keeps still', () => {
  expect(edgeScrollSpeed([9, 300], VIEWPORT, 'mouse')).toEqual([0, 0])
  expect(edgeScrollSpeed([991, 591], VIEWPORT, 'mouse')).toEqual([0, 0])
})

test('the view moves faster the nearer the edge, and not faster beyond it', () => {
  const speed = (x: number) => edgeScrollSpeed([x, 300], VIEWPORT, 'mouse')[0]
  expect(speed(996)).toBe(450)
  expect([speed(1000), speed(1400), speed(0), speed(-50)]).toEqual([900, 900, -900, -900])
})

test('a finger need not come quite as near', () => {
  expect(edgeScrollSpeed([300, 12], VIEWPORT, 'mouse')).toEqual([0, 0])
  expect(edgeScrollSpeed([300, 12], VIEWPORT, 'touch')).toEqual([0, -450])
})

test('only what is dragged goes on beyond the edge', () => {
  const t = new TestEditor()
  t.note([200, 200])
  expect(scrollsAtEdges(t.editor)).toBe(false)
  t.down([200, 200]).move([300, 200])
  expect(scrollsAtEdges(t.editor)).toBe(true)
  t.up([300, 200])
  t.editor.setTool('hand')
  t.down([200, 200]).move([300, 200])
  expect(scrollsAtEdges(t.editor)).toBe(false)
})
