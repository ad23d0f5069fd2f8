import { MOST_SCORE } from '../journey/priorityMatrix.ts'
import type { Note } from '../model/shape.ts'
import { initialsOf } from '../util/initialsOf.ts'
import { directionOfText } from './direction.ts'
import type { DrawOp, Look } from './ops.ts'
import { textFont } from './paragraphs.ts'

/*
 * What is known of a note besides its text, as small signs in the margin below the text: they take no room from it, so
 * that setting one changes nothing else. Page units.
 */

/** Height of the strip along the bottom in which the signs are. */
export const MARKS_HEIGHT = 15
const EDGE = 8
const INK = 'rgba(31,29,26,0.66)'
const FAINT = 'rgba(31,29,26,0.18)'
const DISC = 'rgba(31,29,26,0.12)'
/** By severity, 1 to 4. */
const SEVERITY_INK = [INK, '#8a5200', '#b4500a', '#b42330'] as const
const SOLVED = '#1d7049'
const UNDER_WAY = '#b4500a'
const INITIALS = textFont(7, 650)
const SCORE = textFont(9, 600)

const LEVELS = 4
const DOT = 4
const PITCH = 6.5

/** Is there anything to say below the text? */
export const hasMarks = ({ severity, status, owner, impact, effort }: Note): boolean =>
  severity !== undefined ||
  (status !== undefined && status !== 'open') ||
  owner !== undefined ||
  impact !== undefined ||
  effort !== undefined

/** How much it matters on the left; on the right whose it is, and how far. With the author there, all on the left. */
export function drawNoteMarks(note: Note, bottom: number, { words, authors }: Look): readonly DrawOp[] {
  if (!hasMarks(note)) return []
  const [left, , width] = note.geometry
  const y = bottom - MARKS_HEIGHT / 2 - 1
  const { severity, impact, effort, status, owner } = note
  const number = words?.number ?? String
  let x = left + EDGE
  const ops: DrawOp[] = []
  if (severity !== undefined) {
    ops.push(...dots(x, y, severity))
    x += LEVELS * PITCH + 4
  }
  if (impact !== undefined) {
    ops.push(...score(UP, x, y, number(Math.min(MOST_SCORE, impact))))
    x += SCORE_WIDTH
  }
  if (effort !== undefined) {
    ops.push(...score(WEIGHT, x, y, number(Math.min(MOST_SCORE, effort))))
    x += SCORE_WIDTH
  }
  const together = authors === true && note.author !== undefined
  let end = together ? x + 6 : left + width - EDGE - 6
  const step = together ? 16 : -16
  if (status !== undefined && status !== 'open') {
    ops.push(...statusSign(status, end, y))
    end += step
  }
  if (owner !== undefined) ops.push(...initials(owner, end, y))
  return ops
}

const dots = (x: number, y: number, severity: number): readonly DrawOp[] =>
  Array.from({ length: LEVELS }, (_, index) => ({
    op: 'rect',
    box: { x: x + index * PITCH, y: y - DOT / 2, w: DOT, h: DOT },
    radius: DOT / 2,
    fill: index < severity ? (SEVERITY_INK[severity - 1] ?? INK) : FAINT,
  }))

/** Width of a sign with its figure. */
const SCORE_WIDTH = 21

/** Signs about their middle, 8 wide: an arrow up for impact, a weight for effort. */
const UP = (x: number, y: number): string => `M${x - 3.5} ${y + 2.5}L${x} ${y - 3}L${x + 3.5} ${y + 2.5}Z`
const WEIGHT = (x: number, y: number): string =>
  `M${x - 2} ${y - 1.5}L${x + 2} ${y - 1.5}L${x + 3.5} ${y + 3}L${x - 3.5} ${y + 3}Z`

function score(
  sign: (x: number, y: number) => string,
  x: number,
  y: number,
  figure: string,
): readonly DrawOp[] {
  return [
    { op: 'path', d: sign(x + 4, y), fill: INK },
    {
      op: 'text',
      at: [x + 13, y + SCORE.size * 0.36],
      line: figure,
      font: SCORE,
      fill: INK,
      direction: 'ltr',
    },
  ]
}

const RING = 4.5

function statusSign(status: NonNullable<Note['status']>, x: number, y: number): readonly DrawOp[] {
  const disc = { x: x - RING, y: y - RING, w: 2 * RING, h: 2 * RING }
  if (status === 'solved')
    return [
      { op: 'rect', box: disc, radius: RING, fill: SOLVED },
      {
        op: 'path',
        d: `M${x - 2.1} ${y + 0.1}L${x - 0.6} ${y + 1.7}L${x + 2.2} ${y - 1.5}`,
        stroke: { color: '#ffffff', width: 1.3 },
      },
    ]
  const color = status === 'inProgress' ? UNDER_WAY : INK
  const inner =
    status === 'inProgress'
      ? { op: 'path' as const, d: `M${x} ${y - 2.6}A2.6 2.6 0 0 1 ${x} ${y + 2.6}Z`, fill: color }
      : {
          op: 'path' as const,
          d: `M${x - 3} ${y + 3}L${x + 3} ${y - 3}`,
          stroke: { color, width: 1.2 },
        }
  return [{ op: 'rect', box: disc, radius: RING, stroke: { color, width: 1.2 } }, inner]
}

function initials(owner: string, x: number, y: number): readonly DrawOp[] {
  const r = 6.5
  return [
    { op: 'rect', box: { x: x - r, y: y - r, w: 2 * r, h: 2 * r }, radius: r, fill: DISC },
    {
      op: 'text',
      at: [x, y + INITIALS.size * 0.36],
      line: initialsOf(owner),
      font: INITIALS,
      fill: INK,
      direction: directionOfText(owner),
    },
  ]
}
