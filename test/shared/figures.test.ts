import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { grow, type Box } from '../../shared/geometry/box.ts'
import { NOTE_COLORS } from '../../shared/model/color.ts'
import { FIRST_BOARD, newShapeId } from '../../shared/model/ids.ts'
import { readShape } from '../../shared/model/readShape.ts'
import { MOODS, type FigureShape } from '../../shared/model/shape.ts'
import { drawFigure } from '../../shared/scene/drawFigure.ts'
import { BLEED, drawShape } from '../../shared/scene/drawShape.ts'
import { FIGURES, figureOf } from '../../shared/scene/figures/figures.ts'
import { HAIRS } from '../../shared/scene/figures/part.ts'
import { language } from '../../shared/i18n/languages.ts'
import { monospace } from '../support/measure.ts'

const aFigure = (more: Partial<FigureShape> = {}): FigureShape => ({
  id: newShapeId(),
  board: FIRST_BOARD,
  order: 'a0',
  kind: 'figure',
  figure: 'person.waving',
  geometry: [100, 200, 120, 180, 0],
  style: { color: 'blue' },
  ...more,
})

const look = { measure: monospace, theme: 'light' } as const

/** All numbers of a path in pairs; a path that is written in another way throws. */
function pointsOf(d: string): (readonly [number, number])[] {
  if (!/^M[-\d. MLCZ]+$/.test(d)) throw new Error(`No path of absolute M, L, C and Z: ${d}`)
  const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number)
  expect(numbers.length % 2).toBe(0)
  expect(numbers.every(Number.isFinite)).toBe(true)
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1] ?? NaN] as const] : []))
}

const isIn = ([x, y]: readonly [number, number], box: Box): boolean =>
  x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h

test('a document keeps a figure as it is, and refuses what is none', () => {
  const figure = aFigure({ mood: -2, hair: 'bun', flip: true })
  expect(readShape({ ...figure })).toEqual({ ok: true, shape: figure })
  expect(readShape({ ...figure, mood: 3 }).ok).toBe(false)
  expect(readShape({ ...figure, figure: '' }).ok).toBe(false)
  expect(readShape({ ...figure, style: { color: 'beige' } }).ok).toBe(false)
})

test('a figure of a newer version is kept, and something neutral drawn in its place', () => {
  const figure = aFigure({ figure: 'animal.unicorn', hair: 'dreadlocks' })
  expect(readShape({ ...figure })).toEqual({ ok: true, shape: figure })
  const ops = drawShape(figure, look)
  expect(ops.length).toBeGreaterThan(0)
  expect(ops).toEqual(drawShape({ ...figure, figure: 'animal.dragon' }, look))
  const person = aFigure({ hair: 'dreadlocks' })
  expect(drawShape(person, look)).toEqual(drawShape({ ...person, hair: 'short' }, look))
})

test.each(FIGURES)('$id stays within its box however it looks', ({ id, size, set }) => {
  const people = set === 'person'
  for (const mood of people ? MOODS : [0 as const])
    for (const hair of people ? HAIRS : ['short'])
      for (const { op, d, stroke } of drawFigure(
        aFigure({ figure: id, mood, hair, geometry: [100, 200, size[0], size[1], 0] }),
        look,
      )) {
        expect(op).toBe('path')
        const half = (stroke?.width ?? 0) / 2
        const box = grow({ x: 100, y: 200, w: size[0], h: size[1] }, 1 - half)
        const outside = pointsOf(d).filter((point) => !isIn(point, box))
        expect({ mood, hair, half, outside }).toEqual({ mood, hair, half, outside: [] })
      }
})

test('a figure fills its box without being distorted, and is mirrored in it', () => {
  const xs = (more: Partial<FigureShape>) =>
    drawFigure(aFigure(more), look).flatMap(({ d }) => pointsOf(d).map(([x]) => x))
  const [plain, wide] = [xs({}), xs({ geometry: [0, 200, 600, 180, 0] })]
  expect(wide.map((x) => x - 240 + 100)).toEqual(plain.map((x) => expect.closeTo(x, 0)))
  expect(xs({ flip: true })).toEqual(plain.map((x) => expect.closeTo(320 - x, 0)))
})

test('colour, mood and hair are seen; on a dark board a figure is cut out of paper', () => {
  const seen = new Set(
    [
      ...NOTE_COLORS.map((color) => aFigure({ style: { color } })),
      ...MOODS.filter((mood) => mood !== 0).map((mood) => aFigure({ mood })),
      ...HAIRS.filter((hair) => hair !== 'short').map((hair) => aFigure({ hair })),
    ].map((figure) => JSON.stringify(drawFigure(figure, look))),
  )
  expect(seen.size).toBe(NOTE_COLORS.length + MOODS.length - 1 + HAIRS.length - 1)
  const [light, dark] = [drawFigure(aFigure(), look), drawFigure(aFigure(), { theme: 'dark' })]
  expect(dark.slice(dark.length - light.length)).toEqual(light)
  expect(dark.length).toBe(2 * light.length)
})

test.each(language.options)('every figure has a name of its own in %s', (code) => {
  const texts = JSON.parse(readFileSync(`resources/locales/${code}.json`, 'utf8')) as {
    readonly figure: Readonly<Record<string, Readonly<Record<string, string>>>>
  }
  const names = FIGURES.map(({ id, set }) => `${set} ${texts.figure[set]?.[id.split('.')[1] ?? '']}`)
  expect(names.filter((name) => /undefined|^\w+ $/.test(name))).toEqual([])
  expect(new Set(names).size).toBe(FIGURES.length)
})

test('figures are found by their ids, of which none is there twice', () => {
  expect(new Set(FIGURES.map(({ id }) => id)).size).toBe(FIGURES.length)
  for (const figure of FIGURES) expect(figureOf(figure.id)).toBe(figure)
  expect(figureOf('person.unknown')).toBeUndefined()
})

test('however large, a figure reaches no further beyond its box than anything else that is drawn', () => {
  const [w, h] = [120 * 8, 180 * 8]
  const near = { x: -BLEED, y: -BLEED, w: w + 2 * BLEED, h: h + 2 * BLEED }
  for (const { d, stroke } of drawFigure(aFigure({ geometry: [0, 0, w, h, 0] }), { theme: 'dark' }))
    for (const point of pointsOf(d)) expect(isIn(point, grow(near, -(stroke?.width ?? 0) / 2))).toBe(true)
})
