import type { Vec } from '../../geometry/vec.ts'
import { inked, patch, type Part } from './part.ts'
import { blob, curve, dot, oval } from './pen.ts'

/** Eyes, brows, nose, mouth and cheeks about the middle of a head, which looks a little to the right. */
export function drawFace(at: Vec, mood: number, sleep?: 'asleep'): readonly Part[] {
  const nose = inked(curve([6, 1, 8.5, 5, 5.5, 5.5], at), 2)
  return [
    ...(mood > 0 ? cheeks(at) : []),
    ...(sleep ? closedEyes(at) : eyes(at, mood)),
    ...brows(at, mood),
    nose,
    mouth([at[0] + 5, at[1] + 11.5], mood),
  ]
}

const cheeks = ([x, y]: Vec): readonly Part[] => [
  patch(oval(x - 7, y + 8, 4, 2.6), 'blush'),
  patch(oval(x + 15, y + 8, 3.4, 2.6), 'blush'),
]

/** Where the eyes are, to the right of the middle. */
const EYES = [-3, 12] as const

const eyes = (at: Vec, mood: number): readonly Part[] =>
  mood === 2
    ? EYES.map((x) => inked(curve([x - 3.4, 1, x, -2.6, x + 3.4, 1], at), 2.6))
    : EYES.map((x) => patch(dot(at[0] + x, at[1], 2.4), 'ink'))

const closedEyes = (at: Vec): readonly Part[] =>
  EYES.map((x) => inked(curve([x - 3.4, 0, x, 2.2, x + 3.4, 0], at), 2.4))

/** How much the inner and the outer ends of the brows are raised. */
const BROWS: Readonly<Record<number, readonly [inner: number, outer: number]>> = {
  [-2]: [-2.2, 1.8],
  [-1]: [2.2, -0.8],
  0: [0, 0],
  1: [1, 0.4],
  2: [2.2, 1.6],
}

function brows([x, y]: Vec, mood: number): readonly Part[] {
  const [inner, outer] = BROWS[mood] ?? [0, 0]
  const middle = -1 - (inner + outer) / 2
  const at: Vec = [x, y - 7]
  return [
    inked(curve([-7, -outer, -3.5, middle, 0.5, -inner], at), 2),
    inked(curve([9, -inner, 12.5, middle, 15.5, -outer], at), 2),
  ]
}

function mouth(at: Vec, mood: number): Part {
  switch (mood) {
    case 2:
      return patch(blob([-6.5, -2.5, 0, -1.6, 6.5, -2.5, 4.6, 3, 0, 5, -4.6, 3], at), 'ink')
    case 1:
      return inked(curve([-5.5, -1, -1, 2.2, 5, -1.4], at), 2.4)
    case -1:
      return inked(curve([-5, 2.5, 0, -0.6, 5, 2.2], at), 2.4)
    case -2:
      return patch(blob([-5.5, 4, -3.4, -1, 0, -2, 3.4, -1, 5.5, 4, 0, 2.6], at), 'ink')
    default:
      return inked(curve([-4, 0.5, 4, 0.2], at), 2.4)
  }
}
