import type { Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'
import type { NoteColor } from '../model/color.ts'
import { frameOf, type FigureShape } from '../model/shape.ts'
import { figureOf, partsOf } from './figures/figures.ts'
import { filled, PEN, toned, type Part, type Tone } from './figures/part.ts'
import { box, curve, dot, mapPath } from './figures/pen.ts'
import type { DrawOp, Look, Theme } from './ops.ts'
import { FIGURE, INK, PAPER, STROKE } from './palette.ts'

/** How far the paper around a figure reaches on a dark board, in units of the figure. */
const RIM = 3.5
/** But no further than this, in page units: what is drawn of a shape keeps near its bounds. */
const MOST_RIM = 11

/**
 * A figure in its box: as large as it gets without being distorted. Its colours are those of paper in every theme; on a
 * dark board it is cut out of paper, so that its lines can be seen.
 */
export function drawFigure(figure: FigureShape, { theme }: Pick<Look, 'theme'>): readonly PathOp[] {
  const known = drawn[theme].get(figure)
  if (known) return known
  const ops = drawAnew(figure, theme)
  drawn[theme].set(figure, ops)
  return ops
}

/** Shapes never change, but give way to others: what was drawn of one holds for as long as it is there. */
const drawn: Readonly<Record<Theme, WeakMap<FigureShape, readonly PathOp[]>>> = {
  light: new WeakMap(),
  dark: new WeakMap(),
}

function drawAnew(figure: FigureShape, theme: Theme): readonly PathOp[] {
  const listed = figureOf(figure.figure)
  const size = listed?.size ?? UNKNOWN_SIZE
  const parts = listed ? partsOf(listed, figure.mood, figure.hair) : UNKNOWN
  const place = placing(frameOf(figure), size, figure.flip === true)
  const tones = tonesOf(figure.style.color)
  const placed = parts.map((part) => ({ ...part, d: mapPath(part.d, place.point) }))
  const rim = theme === 'dark' ? placed.map((part) => rimOf(part, place.scale)) : []
  return [...rim, ...placed.map((part) => opOf(part, tones, place.scale))]
}

type PathOp = Extract<DrawOp, { op: 'path' }>

interface Placing {
  readonly scale: number
  readonly point: (point: Vec) => Vec
}

/** From units of the figure to the page, in the middle of the frame. */
function placing(frame: Box, [w, h]: Vec, flip: boolean): Placing {
  const scale = Math.min(frame.w / w, frame.h / h)
  const left = frame.x + (frame.w - w * scale) / 2
  const top = frame.y + (frame.h - h * scale) / 2
  return { scale, point: ([x, y]) => [left + (flip ? w - x : x) * scale, top + y * scale] }
}

function opOf({ d, fill, line, width = PEN }: Part, tones: Tones, scale: number): PathOp {
  return {
    op: 'path',
    d,
    ...(fill && { fill: tones[fill] }),
    ...(line && { stroke: { color: tones[line], width: width * scale } }),
  }
}

const rimOf = ({ d, line, width = PEN }: Part, scale: number): PathOp => ({
  op: 'path',
  d,
  stroke: { color: FIGURE.paper, width: (line ? width * scale : 0) + 2 * Math.min(MOST_RIM, RIM * scale) },
})

type Tones = Readonly<Record<Tone, string>>

const tonesOf = (color: NoteColor): Tones => ({
  ...FIGURE,
  ink: INK,
  color: PAPER[color],
  deep: STROKE.light[color],
})

const UNKNOWN_SIZE: Vec = [100, 100]
/** Stands for what only a newer version can draw. */
const UNKNOWN: readonly Part[] = [
  filled(box(8, 8, 84, 84, 14), 'pale'),
  toned(curve([36, 42, 38, 30, 50, 25, 63, 32, 62, 44, 52, 52, 50, 62]), 'dark', 5),
  { d: dot(50, 74, 3.5), fill: 'dark' },
]
