import { expect, test } from 'vitest'
import type { Vec } from '../../shared/geometry/vec.ts'
import { unpackInk } from '../../shared/model/inkPoints.ts'
import { frameOf, type Ink } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'

const inkOf = (t: TestEditor): Ink[] => t.shapes().filter((shape) => shape.kind === 'ink')
const pointsOf = (ink: Ink) => unpackInk(ink.points, frameOf(ink))

function scribble(t: TestEditor, places: readonly Vec[]): void {
  const [first = [0, 0], ...rest] = places
  t.down(first)
  for (const place of rest) t.move(place)
  t.up(rest.at(-1) ?? first)
}

const wave: readonly Vec[] = Array.from({ length: 400 }, (_, i) => [100 + i, 300 + 60 * Math.sin(i / 25)])

test('a stroke is one shape, one update and one undo step, and the pen stays', () => {
  const t = new TestEditor()
  let updates = 0
  t.doc.on('update', () => updates++)
  t.editor.setTool('pen')
  scribble(t, wave)
  expect(inkOf(t)).toHaveLength(1)
  expect(updates).toBe(1)
  expect(t.editor.tool.get()).toBe('pen')
  expect(t.editor.stroke.get()).toBeNull()
  t.editor.workshop.history.undo()
  expect(inkOf(t)).toHaveLength(0)
})

test('nothing is written while the pen is down, and Escape leaves nothing behind', () => {
  const t = new TestEditor()
  t.editor.setTool('pen')
  t.down([100, 100]).move([150, 120]).move([200, 160])
  expect(t.editor.stroke.get()?.points).toHaveLength(3)
  expect(inkOf(t)).toHaveLength(0)
  t.escape().move([300, 300]).up([300, 300])
  expect(inkOf(t)).toHaveLength(0)
  expect(t.editor.stroke.get()).toBeNull()
})

test('what has been drawn only grows, so that drawing it costs what is new', () => {
  const t = new TestEditor()
  t.editor.setTool('pen')
  t.down([100, 100]).move([150, 120])
  const points = t.editor.stroke.get()?.points
  t.move([200, 160])
  expect(t.editor.stroke.get()?.points).toBe(points)
})

test('a stroke is kept with a fraction of its points, within half a screen unit of where it was drawn', () => {
  const t = new TestEditor()
  t.editor.setTool('pen')
  scribble(t, wave)
  const [ink] = inkOf(t)
  if (!ink) throw new Error('Expected a stroke')
  const kept = pointsOf(ink)
  expect(kept.length).toBeLessThan(80)
  // The line runs smoothly after the pointer, by at most about two units here.
  for (const { point } of kept) {
    const near = wave.reduce((least, [x, y]) => Math.min(least, Math.hypot(x - point[0], y - point[1])), 99)
    expect(near).toBeLessThan(2)
  }
})

test('the harder a pen presses, the heavier its line', () => {
  const t = new TestEditor()
  t.editor.setTool('pen')
  t.down([100, 100], { pointer: 'pen', pressure: 0.1 })
  for (let i = 1; i <= 50; i++) t.move([100 + i * 4, 100], { pointer: 'pen', pressure: 0.1 + i / 60 })
  t.up([300, 100], { pointer: 'pen', pressure: 0.9 })
  const [ink] = inkOf(t)
  const pressures = ink ? pointsOf(ink).map(({ pressure }) => pressure) : []
  expect(pressures[0]).toBeLessThan(0.15)
  expect(pressures.at(-1)).toBeGreaterThan(0.75)
})

test('a mouse draws thinner lines the faster it goes', () => {
  const t = new TestEditor()
  t.editor.setTool('pen')
  const drawn = (step: number) => {
    scribble(
      t,
      Array.from({ length: 60 }, (_, i): Vec => [100 + i * step, 100]),
    )
    const last = inkOf(t).at(-1)
    return last ? (pointsOf(last).at(-1)?.pressure ?? 1) : 1
  }
  expect(drawn(12)).toBeLessThan(drawn(1) - 0.2)
})

test('shift draws a straight line, a click a dot', () => {
  const t = new TestEditor()
  t.editor.setTool('pen')
  t.down([100, 100]).move([180, 300]).move([400, 200], { shift: true }).up([400, 200], { shift: true })
  t.click([600, 600])
  const [line, dot] = inkOf(t)
  expect(line && pointsOf(line).map(({ point }) => point.map(Math.round))).toEqual([
    [100, 100],
    [400, 200],
  ])
  expect(dot && pointsOf(dot)).toHaveLength(1)
})

test('pen and highlighter have their own colours', () => {
  const t = new TestEditor()
  t.editor.nextStyle.set({ ...t.editor.nextStyle.get(), stroke: 'red', highlighter: 'green', width: 'thick' })
  t.editor.setTool('pen')
  t.drag([100, 100], [200, 200])
  t.editor.setTool('highlighter')
  t.drag([100, 100], [200, 200])
  expect(inkOf(t).map(({ tool, style }) => [tool, style.color, style.width])).toEqual([
    ['pen', 'red', 'thick'],
    ['highlighter', 'green', 'thick'],
  ])
})

test('an endless stroke becomes several shapes that stay together', () => {
  const t = new TestEditor()
  t.editor.setTool('pen')
  scribble(
    t,
    Array.from({ length: 45_000 }, (_, i): Vec => [i % 1000, (i * 37) % 700]),
  )
  const parts = inkOf(t)
  expect(parts.length).toBeGreaterThan(1)
  expect(new Set(parts.map(({ groups }) => groups?.[0])).size).toBe(1)
  t.editor.workshop.history.undo()
  expect(t.shapes()).toHaveLength(0)
})

test('nothing is drawn or erased in a workshop that is read-only', () => {
  const t = new TestEditor({ readOnly: true })
  t.editor.setTool('pen')
  t.drag([100, 100], [200, 200])
  t.editor.setTool('eraser')
  t.drag([100, 100], [200, 200])
  expect(t.shapes()).toHaveLength(0)
})
