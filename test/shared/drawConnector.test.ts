import { expect, test } from 'vitest'
import { contains } from '../../shared/geometry/box.ts'
import { outsideOf, pointAlong, trimmed } from '../../shared/geometry/polyline.ts'
import { routed } from '../../shared/model/connectorPath.ts'
import { boundsOf, type Connector } from '../../shared/model/shape.ts'
import { labelGapOf } from '../../shared/scene/connectorLabel.ts'
import { drawShape } from '../../shared/scene/drawShape.ts'
import type { DrawOp } from '../../shared/scene/ops.ts'
import { monospace } from '../support/measure.ts'
import { aConnector } from '../support/shapes.ts'

type Path = Extract<DrawOp, { op: 'path' }>

const look = { measure: monospace, theme: 'light' } as const
const across = (style: Partial<Connector['style']>, text = ''): Connector =>
  routed(
    aConnector({
      end: { point: [300, 0] },
      text,
      style: { ...aConnector().style, endHead: 'none', ...style },
    }),
    () => undefined,
  )
/** The numbers in the paths that are lines and not heads. */
const lines = (connector: Connector): number[][] =>
  drawShape(connector, look)
    .filter((op): op is Path => op.op === 'path' && op.fill === undefined)
    .map(({ d }) => (d.match(/-?[\d.]+/g) ?? []).map(Number))

test('a line stops at the base of a filled head, at every width, and goes up to the tip of an open one', () => {
  for (const width of ['thin', 'medium', 'thick'] as const) {
    const [filled] = lines(across({ endHead: 'triangle', width }))
    expect(filled?.at(-2)).toBeLessThan(292)
    expect(filled?.at(-2)).toBeGreaterThan(270)
    expect(lines(across({ endHead: 'arrow', width }))[0]?.at(-2)).toBe(300)
  }
})

test('a dashed line has solid heads', () => {
  const ops = drawShape(across({ endHead: 'arrow', dash: 'dashed' }), look)
  expect(ops.map((op) => op.op === 'path' && op.stroke?.dash !== undefined)).toEqual([true, false])
})

test('a curve is trimmed for its heads, too', () => {
  const curve = routed(
    aConnector({
      end: { point: [300, 200] },
      style: { ...aConnector().style, route: 'curved', endHead: 'triangle' },
    }),
    () => undefined,
  )
  const [numbers] = lines(curve)
  expect(numbers).toHaveLength(8)
  expect(numbers?.at(-2)).toBeLessThan(290)
  expect(numbers?.at(0)).toBe(0)
})

test('the line is left out where the label stands', () => {
  const connector = across({}, 'then')
  const gap = labelGapOf(connector, monospace)
  if (!gap) throw new Error('Expected a label')
  expect(contains(gap, [150, 0])).toBe(true)
  const [before, after] = lines(connector)
  expect(before?.slice(0, 2)).toEqual([0, 0])
  expect(before?.at(-2)).toBeCloseTo(gap.x, 1)
  expect(after?.[0]).toBeCloseTo(gap.x + gap.w, 1)
  expect(after?.at(-2)).toBe(300)
})

test('what a connector covers holds its label', () => {
  const label = 'a label that breaks into several lines of text'
  const connector = routed(aConnector({ end: { point: [0, 60] }, text: label }), () => undefined)
  const gap = labelGapOf(connector, monospace)
  const { x, y, w, h } = boundsOf(connector)
  if (!gap) throw new Error('Expected a label')
  expect([x <= gap.x, y <= gap.y, x + w >= gap.x + gap.w, y + h >= gap.y + gap.h]).toEqual(
    Array(4).fill(true),
  )
})

test('a polyline is measured, trimmed and cut', () => {
  const line = [
    [0, 0],
    [100, 0],
    [100, 50],
  ] as const
  expect(pointAlong(line, 120)).toEqual([100, 20])
  expect(trimmed(line, 10, 20)).toEqual([
    [10, 0],
    [100, 0],
    [100, 30],
  ])
  expect(trimmed(line, 100, 60)).toEqual([])
  expect(outsideOf(line, { x: 90, y: -10, w: 20, h: 20 })).toEqual([
    [
      [0, 0],
      [90, 0],
    ],
    [
      [100, 10],
      [100, 50],
    ],
  ])
})
