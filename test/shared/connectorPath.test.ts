import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grow, intersects, type Box } from '../../shared/geometry/box.ts'
import { rotatedBounds } from '../../shared/geometry/rotate.ts'
import { distance, type Vec } from '../../shared/geometry/vec.ts'
import { lineOf, routed } from '../../shared/model/connectorPath.ts'
import { boundsOf, type Connector, type ConnectorEnd, type Shape } from '../../shared/model/shape.ts'
import { aConnector, aForm } from '../support/shapes.ts'

const box = (x: number, y: number, w = 200, h = 100): Shape => aForm({ geometry: [x, y, w, h, 0] })
const on = ({ id }: Shape, anchor?: [number, number]): ConnectorEnd => ({
  point: [0, 0],
  shape: id,
  ...(anchor && { anchor }),
})

function route(
  from: Shape | Vec,
  to: Shape | Vec,
  more: Partial<Connector['style']> & { bend?: [number, number] } = {},
): Connector {
  const shapes = [from, to].flatMap((end) => ('kind' in end ? [end] : []))
  const { bend, ...style } = more
  const end = (of: Shape | Vec): ConnectorEnd => ('kind' in of ? on(of) : { point: [of[0], of[1]] })
  const { style: usual, ...rest } = aConnector({ start: end(from), end: end(to), ...(bend && { bend }) })
  return routed({ ...rest, style: { ...usual, endHead: 'none', ...style } }, (id) =>
    shapes.find((shape) => shape.id === id),
  )
}
const rounded = ({ path }: Connector) => path.map(([x, y]) => [Math.round(x), Math.round(y)])

test('a straight line goes from outline to outline, also of ellipses, diamonds and turned boxes', () => {
  expect(rounded(route(box(0, 0), box(500, 0)))).toEqual([
    [200, 50],
    [500, 50],
  ])
  const ellipse = aForm({ form: 'ellipse', geometry: [0, 0, 200, 200, 0] })
  expect(rounded(route(ellipse, [300, 300]))[0]).toEqual([171, 171])
  const diamond = aForm({ form: 'diamond', geometry: [0, 0, 200, 200, 0] })
  expect(rounded(route(diamond, [300, 300]))[0]).toEqual([150, 150])
  const turned = aForm({ geometry: [0, 0, 200, 100, 90] })
  expect(rounded(route(turned, [400, 50]))[0]).toEqual([150, 50])
})

test('a head keeps away from what it points at', () => {
  expect(rounded(route(box(0, 0), box(500, 0), { endHead: 'arrow' }))[1]).toEqual([495, 50])
})

test('an anchor is where the line ends, and turns with its shape', () => {
  const turned = aForm({ geometry: [0, 0, 200, 100, 180] })
  const connector = aConnector({ start: on(turned, [1, 0.5]), end: { point: [-300, 50] } })
  expect(rounded(routed(connector, () => turned))[0]).toEqual([0, 50])
})

test('shapes that lie over each other are connected middle to middle', () => {
  expect(rounded(route(box(0, 0), box(50, 20)))).toEqual([
    [100, 50],
    [150, 70],
  ])
})

test('an elbow leaves the sides that face each other, and turns halfway', () => {
  expect(rounded(route(box(0, 0), box(500, 300), { route: 'elbow' }))).toEqual([
    [200, 50],
    [350, 50],
    [350, 350],
    [500, 350],
  ])
  expect(rounded(route(box(0, 0), box(40, 400), { route: 'elbow' }))).toEqual([
    [100, 100],
    [100, 250],
    [140, 250],
    [140, 400],
  ])
  expect(rounded(route(box(0, 0), box(500, 0), { route: 'elbow' }))).toEqual([
    [200, 50],
    [500, 50],
  ])
})

test('an elbow can be bent in its middle', () => {
  const bent = route(box(0, 0), box(500, 300), { route: 'elbow', bend: [-60, 15] })
  expect(rounded(bent)).toEqual([
    [200, 50],
    [290, 50],
    [290, 350],
    [500, 350],
  ])
})

test('a curve leaves and arrives at right angles, and its middle goes where it is pulled', () => {
  const [start, out, into, end] = route(box(0, 0), box(500, 300), { route: 'curved' }).path
  expect([start?.[1], out?.[1]]).toEqual([50, 50])
  expect([into?.[1], end?.[1]]).toEqual([350, 350])
  const middle = (connector: Connector) => lineOf(connector)[12] ?? [0, 0]
  const plain = middle(route(box(0, 0), box(500, 300), { route: 'curved' }))
  const pulled = middle(route(box(0, 0), box(500, 300), { route: 'curved', bend: [30, -40] }))
  expect(distance(pulled, [plain[0] + 30, plain[1] - 40])).toBeLessThan(1e-6)
})

const side = fc.integer({ min: 10, max: 600 })
const place = fc.integer({ min: -1500, max: 1500 })
const anyBox = fc
  .tuple(place, place, side, side, fc.constantFrom(0, 0, 30, 90, -45))
  .map(([x, y, w, h, turn]): Shape => aForm({ geometry: [x, y, w, h, turn] }))
const anyAnchor = fc.constantFrom<[number, number] | undefined>(
  undefined,
  [0, 0.5],
  [1, 0.5],
  [0.5, 0],
  [0.5, 1],
  [1, 0.2],
)
const extent = (shape: Shape): Box => rotatedBounds(boundsOfForm(shape), shape.geometry[4])
const boundsOfForm = ({ geometry: [x, y, w, h] }: Shape): Box => ({ x, y, w, h })

/** Does a horizontal or vertical piece run through the inside of a box? */
const runsThrough = (a: Vec, b: Vec, of: Box): boolean => {
  const inner = grow(of, -0.01)
  return intersects(
    { x: Math.min(a[0], b[0]), y: Math.min(a[1], b[1]), w: Math.abs(a[0] - b[0]), h: Math.abs(a[1] - b[1]) },
    inner,
  )
}

test('elbows have only horizontal and vertical pieces, do not turn back, and go round both boxes', () => {
  fc.assert(
    fc.property(anyBox, anyBox, anyAnchor, anyAnchor, (a, b, from, to) => {
      fc.pre(!intersects(grow(extent(a), 11), extent(b)))
      const { path } = routed(
        aConnector({
          start: on(a, a.geometry[4] === 0 ? from : undefined),
          end: on(b, b.geometry[4] === 0 ? to : undefined),
          style: { ...aConnector().style, route: 'elbow' },
        }),
        (id) => [a, b].find((shape) => shape.id === id),
      )
      for (let i = 1; i < path.length; i++) {
        const [p, q, r] = [path[i - 1], path[i], path[i + 1]]
        if (!p || !q) continue
        const flat = Math.abs(p[0] - q[0]) < 0.01 || Math.abs(p[1] - q[1]) < 0.01
        expect(flat, `piece ${i} of ${JSON.stringify(path)}`).toBe(true)
        if (r) {
          const back = (q[0] - p[0]) * (r[0] - q[0]) + (q[1] - p[1]) * (r[1] - q[1])
          expect(back, `turn ${i} of ${JSON.stringify(path)}`).toBeGreaterThan(-0.01)
        }
        if (a.geometry[4] === 0 || i > 1)
          expect(runsThrough(p, q, extent(a)), `${JSON.stringify(path)} through the first`).toBe(false)
        if (b.geometry[4] === 0 || i < path.length - 1)
          expect(runsThrough(p, q, extent(b)), `${JSON.stringify(path)} through the second`).toBe(false)
      }
    }),
    { numRuns: 3000 },
  )
})

test('what a connector covers holds all of its line, whatever its route', () => {
  fc.assert(
    fc.property(anyBox, anyBox, fc.constantFrom('straight', 'elbow', 'curved'), (a, b, kind) => {
      const connector = route(a, b, { route: kind })
      const { x, y, w, h } = boundsOf(connector)
      for (const point of lineOf(connector)) {
        expect(point[0]).toBeGreaterThanOrEqual(x)
        expect(point[0]).toBeLessThanOrEqual(x + w)
        expect(point[1]).toBeGreaterThanOrEqual(y)
        expect(point[1]).toBeLessThanOrEqual(y + h)
      }
    }),
  )
})

test('five hundred elbows are routed within a frame or two', () => {
  const shapes = Array.from({ length: 100 }, (_, n) => box((n % 10) * 300, Math.floor(n / 10) * 220))
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const connectors = Array.from({ length: 500 }, (_, n) =>
    aConnector({
      start: on(shapes[(n * 7) % 100] ?? box(0, 0)),
      end: on(shapes[(n * 13 + 5) % 100] ?? box(0, 0)),
      style: { ...aConnector().style, route: 'elbow' },
    }),
  )
  const rounds = Array.from({ length: 5 }, () => {
    const begin = performance.now()
    for (const connector of connectors) routed(connector, (id) => byId.get(id))
    return performance.now() - begin
  })
  expect(Math.min(...rounds)).toBeLessThan(60)
})
