import type { Vec } from '../../geometry/vec.ts'
import { drawFace } from './face.ts'
import { filled, inked, patch, type Hair, type Part, type Person } from './part.ts'
import { blob, curve, oval } from './pen.ts'

/** Half the width of a head. */
const R = 22

/** A head about its middle, with its face and the hair on top. */
export function drawHead(at: Vec, { mood, hair }: Person, sleep?: 'asleep'): readonly Part[] {
  const [x, y] = at
  const skin = filled(oval(x, y, R, R + 1), 'paper')
  const ear = filled(oval(x - R + 1, y + 3, 4, 5), 'paper')
  const shown = hair === 'short' || hair === 'bald' || hair === 'bun' ? [ear] : []
  return [...scarf(at, hair), skin, ...shown, ...drawFace(at, mood, sleep), ...onTop(at, hair)]
}

/** The part of the hair that falls behind the neck: the body is drawn over it. */
export function hairBehind(at: Vec, hair: Hair): readonly Part[] {
  switch (hair) {
    case 'bob':
      return [
        patch(blob([-26, -4, -18, -24, 4, -29, 22, -20, 26, 0, 24, 18, 14, 22, -14, 24, -27, 19], at), 'ink'),
      ]
    case 'long':
      return [
        patch(
          blob([-26, -4, -18, -24, 4, -29, 22, -20, 25, 0, 23, 20, 6, 30, -12, 46, -29, 44, -28, 18], at),
          'ink',
        ),
      ]
    case 'curls':
      return [
        patch(
          blob(
            [
              -24, 8, -30, -4, -24, -18, -13, -24, -4, -30, 8, -28, 20, -25, 25, -13, 27, 0, 14, 6, 0, 0, -12,
              10,
            ],
            at,
          ),
          'ink',
        ),
      ]
    case 'bun':
      return [patch(oval(at[0] - 17, at[1] - 20, 10, 9), 'ink')]
    case 'short':
    case 'scarf':
    case 'bald':
      return []
  }
}

/** A scarf lies over the shoulders. */
const scarf = (at: Vec, hair: Hair): readonly Part[] =>
  hair === 'scarf'
    ? [
        filled(
          blob([-27, 0, -20, -23, 2, -30, 22, -21, 27, 0, 22, 20, 19, 31, 0, 36, -21, 32, -24, 18], at),
          'deep',
        ),
      ]
    : []

function onTop(at: Vec, hair: Hair): readonly Part[] {
  switch (hair) {
    case 'short':
      return [
        patch(
          blob(
            [
              -23, -1, -23, -14, -12, -26, 4, -29, 17, -24, 22, -12, 16, -13, 8, -18, -4, -13, -14, -12, -18,
              -4,
            ],
            at,
          ),
          'ink',
        ),
      ]
    case 'bun':
      return [
        patch(
          blob([-23, 0, -22, -14, -11, -24, 4, -26, 17, -21, 22, -8, 12, -14, 0, -17, -12, -12, -18, -3], at),
          'ink',
        ),
      ]
    case 'bob':
    case 'long':
      return [
        patch(
          blob(
            [
              -24, 8, -24, -12, -10, -26, 6, -27, 20, -19, 24, 2, 19, -4, 14, -13, 4, -16, -10, -10, -17, 0,
              -19, 8,
            ],
            at,
          ),
          'ink',
        ),
      ]
    case 'curls':
      return [
        patch(
          blob(
            [
              -24, -2, -20, -16, -8, -24, 8, -25, 20, -16, 22, -6, 15, -12, 8, -11, 2, -15, -6, -11, -13, -12,
              -17, -4,
            ],
            at,
          ),
          'ink',
        ),
      ]
    case 'scarf':
      return [inked(curve([-20, 12, -22, -6, -10, -21, 6, -22, 20, -10, 22, 8, 12, 21, -6, 24, -20, 12], at))]
    case 'bald':
      return [inked(curve([-10, -17, -4, -19.5], at), 2)]
  }
}
