import { center, type Box } from '../geometry/box.ts'
import type { Emotion } from '../journey/entities.ts'
import type { DrawOp, Theme } from './ops.ts'
import { INK } from './palette.ts'

/** What feelings look like, from -2 (awful) to +2 (wonderful): the same in light and dark, as notes are. */
export const FACE_COLOR: Readonly<Record<Emotion, string>> = {
  [-2]: '#f28b82',
  [-1]: '#f8b980',
  0: '#f7dd83',
  1: '#c5e08c',
  2: '#8fd18a',
}
/** Where nobody has said how it feels. */
const NONE = { light: '#b4afa5', dark: '#6f6b63' } as const

/** How far the middle of the mouth lies below its corners, in radii of the face. */
const SMILE: Readonly<Record<Emotion, number>> = { [-2]: -0.42, [-1]: -0.24, 0: 0, 1: 0.28, 2: 0.44 }

/** A face that feels like that, or an empty one with dashes where nobody has said. Page units. */
export function drawFace(felt: Emotion | undefined, box: Box, theme: Theme): readonly DrawOp[] {
  const [x, y] = center(box)
  const r = Math.min(box.w, box.h) / 2
  const face = { x: x - r, y: y - r, w: 2 * r, h: 2 * r }
  if (felt === undefined) {
    const color = NONE[theme]
    return [
      { op: 'rect', box: face, radius: r, stroke: { color, width: r * 0.09, dash: [r * 0.26, r * 0.26] } },
      ...eyes(x, y, r, color),
      {
        op: 'path',
        d: `M${x - r * 0.28} ${y + r * 0.36}L${x + r * 0.28} ${y + r * 0.36}`,
        stroke: { color, width: r * 0.11 },
      },
    ]
  }
  return [
    { op: 'rect', box: face, radius: r, fill: FACE_COLOR[felt] },
    ...eyes(x, y, r, INK),
    ...brows(felt, x, y, r),
    { op: 'path', d: mouth(felt, x, y, r), ...mouthLook(felt, r) },
  ]
}

const eyes = (x: number, y: number, r: number, fill: string): readonly DrawOp[] =>
  [-1, 1].map((side) => ({
    op: 'rect' as const,
    box: { x: x + side * r * 0.34 - r * 0.1, y: y - r * 0.32, w: r * 0.2, h: r * 0.26 },
    radius: r * 0.1,
    fill,
  }))

/** Brows only where it hurts most. */
const brows = (felt: Emotion, x: number, y: number, r: number): readonly DrawOp[] =>
  felt > -2
    ? []
    : [-1, 1].map((side) => ({
        op: 'path' as const,
        d: `M${x + side * r * 0.56} ${y - r * 0.6}L${x + side * r * 0.22} ${y - r * 0.46}`,
        stroke: { color: INK, width: r * 0.11 },
      }))

function mouth(felt: Emotion, x: number, y: number, r: number): string {
  const half = r * (felt === 2 ? 0.5 : 0.42)
  const bend = SMILE[felt] * r
  const corner = y + r * 0.36 - bend * 0.5
  const curve = `M${x - half} ${corner}C${x - half * 0.5} ${corner + bend * 1.3} ${x + half * 0.5} ${corner + bend * 1.3} ${x + half} ${corner}`
  return felt === 2 ? `${curve}Z` : curve
}

const mouthLook = (felt: Emotion, r: number) =>
  felt === 2
    ? { fill: INK, stroke: { color: INK, width: r * 0.08 } }
    : { stroke: { color: INK, width: r * 0.12 } }
