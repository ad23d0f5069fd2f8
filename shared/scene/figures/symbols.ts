import { filled, inked, patch, still, toned } from './part.ts'
import { blob, box, curve, dot, line, oval, shape } from './pen.ts'
import { rays } from './rays.ts'

export const SYMBOLS = {
  chat: still(
    [140, 110],
    [
      filled(blob([70, 34, 100, 30, 128, 36, 134, 56, 126, 78, 122, 98, 104, 84, 72, 82, 58, 62]), 'color'),
      filled(blob([8, 34, 18, 12, 50, 6, 84, 12, 92, 32, 84, 54, 52, 60, 34, 58, 20, 74, 20, 54]), 'paper'),
      ...[32, 50, 68].map((x) => patch(dot(x, 33, 4), 'ink')),
      inked(line([88, 64, 116, 64]), 2.4),
      inked(line([98, 72, 116, 72]), 2.4),
    ],
  ),
  heart: still(
    [100, 95],
    [
      filled(
        blob([50, 86, 24, 64, 8, 40, 12, 16, 30, 8, 48, 22, 52, 22, 70, 8, 88, 16, 92, 40, 76, 64]),
        'color',
      ),
      toned(curve([22, 36, 22, 26, 30, 21]), 'paper', 4),
    ],
  ),
  star: still(
    [105, 100],
    [
      filled(shape([52, 8, 66, 36, 98, 40, 75, 62, 81, 93, 52, 78, 24, 93, 30, 62, 7, 40, 39, 36]), 'color'),
      toned(line([48, 30, 42, 42]), 'paper', 4),
    ],
  ),
  idea: still(
    [110, 130],
    [
      ...rays(55, 56, 42, 51, [-160, -125, -90, -55, -20]),
      filled(blob([55, 22, 80, 32, 86, 56, 76, 74, 70, 92, 40, 92, 34, 74, 24, 56, 30, 32]), 'color'),
      inked(curve([46, 90, 44, 70, 52, 64, 56, 72, 60, 64, 66, 70, 64, 90]), 2.4),
      filled(box(41, 92, 28, 18, 4), 'pale'),
      inked(line([42, 101, 68, 101]), 2.4),
      patch(oval(55, 115, 8, 5), 'ink'),
    ],
  ),
  question: still(
    [90, 120],
    [
      inked(curve([18, 38, 24, 20, 46, 14, 68, 23, 70, 44, 52, 58, 46, 68, 46, 82]), 22),
      toned(curve([18, 38, 24, 20, 46, 14, 68, 23, 70, 44, 52, 58, 46, 68, 46, 82]), 'color', 16),
      filled(oval(46, 107, 10), 'color'),
    ],
  ),
  warning: still(
    [110, 100],
    [
      filled(blob([55, 9, 62, 14, 80, 48, 101, 84, 97, 92, 55, 93, 13, 92, 9, 84, 30, 48, 48, 14]), 'color'),
      inked(line([55, 36, 55, 62]), 7),
      patch(dot(55, 77, 5), 'ink'),
    ],
  ),
  search: still(
    [105, 105],
    [
      inked(line([66, 66, 92, 92]), 14),
      toned(line([72, 72, 92, 92]), 'color', 8),
      filled(oval(42, 42, 33), 'color'),
      filled(oval(42, 42, 24), 'glass'),
      toned(curve([28, 40, 32, 30, 42, 27]), 'paper', 4),
    ],
  ),
  lock: still(
    [90, 110],
    [
      inked(curve([24, 52, 24, 26, 45, 13, 66, 26, 66, 52]), 13),
      toned(curve([24, 52, 24, 26, 45, 13, 66, 26, 66, 52]), 'pale', 7),
      filled(box(8, 48, 74, 54, 8), 'color'),
      patch(dot(45, 70, 7), 'ink'),
      inked(line([45, 72, 45, 86]), 6),
    ],
  ),
}
