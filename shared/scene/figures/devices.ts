import { filled, inked, patch, still, toned, type Part } from './part.ts'
import { box, curve, dot, line, oval, shape } from './pen.ts'

/** Lines that stand for text: left, top and how wide each one is. */
const text = (x: number, y: number, ...widths: readonly number[]): readonly Part[] =>
  widths.map((width, row) => inked(line([x, y + row * 11, x + width, y + row * 11]), 2.4))

export const DEVICES = {
  phone: still(
    [80, 140],
    [
      filled(box(8, 6, 64, 128, 12), 'dark'),
      filled(box(15, 20, 50, 98, 3), 'paper'),
      filled(box(22, 28, 36, 32, 3), 'color'),
      ...text(24, 72, 32, 24),
      filled(box(22, 94, 36, 14, 6), 'deep'),
      toned(line([34, 126, 46, 126]), 'paper'),
    ],
  ),
  laptop: still(
    [170, 120],
    [
      filled(box(28, 8, 114, 84, 7), 'dark'),
      filled(box(37, 17, 96, 66, 2), 'paper'),
      filled(box(45, 26, 38, 32, 2), 'color'),
      ...text(92, 30, 32, 24, 30),
      ...text(47, 72, 76),
      filled(shape([20, 94, 150, 94, 164, 110, 6, 110]), 'pale'),
      inked(line([70, 101, 100, 101]), 2.4),
    ],
  ),
  tablet: still(
    [160, 120],
    [
      filled(box(8, 8, 144, 104, 11), 'dark'),
      filled(box(21, 19, 112, 82, 3), 'paper'),
      filled(box(30, 28, 44, 64, 3), 'color'),
      inked(curve([34, 82, 46, 62, 54, 74, 60, 66, 71, 84]), 2.4),
      filled(dot(62, 44, 5), 'paper'),
      ...text(84, 36, 38, 30, 36),
      filled(box(84, 74, 38, 15, 6), 'deep'),
      patch(dot(142, 60, 3.5), 'paper'),
    ],
  ),
  desktop: still(
    [170, 150],
    [
      filled(shape([72, 104, 98, 104, 104, 134, 66, 134]), 'pale'),
      filled(box(46, 130, 78, 10, 4), 'pale'),
      filled(box(10, 8, 150, 100, 7), 'dark'),
      filled(box(20, 18, 130, 80, 2), 'paper'),
      filled(box(20, 18, 130, 15, 2), 'color'),
      patch(dot(30, 26, 2.6), 'ink'),
      patch(dot(40, 26, 2.6), 'ink'),
      ...text(32, 46, 44, 34, 40),
      filled(box(90, 44, 46, 40, 2), 'color'),
      inked(line([98, 74, 108, 64, 116, 68, 128, 54])),
    ],
  ),
  terminal: still(
    [110, 140],
    [
      filled(shape([26, 98, 80, 98, 80, 130, 26, 130]), 'deep'),
      filled(box(15, 8, 80, 108, 10), 'pale'),
      filled(box(26, 20, 58, 30, 3), 'glass'),
      toned(line([38, 35, 48, 42, 68, 28]), 'deep', 4),
      ...[0, 1, 2].flatMap((row) =>
        [0, 1, 2].map((column) =>
          filled(
            box(27 + column * 21, 60 + row * 16, 14, 10, 3),
            column === 2 && row === 2 ? 'color' : 'paper',
          ),
        ),
      ),
      toned(line([34, 122, 60, 122]), 'paper'),
    ],
  ),
  tv: still(
    [180, 140],
    [
      inked(line([60, 112, 48, 130])),
      inked(line([120, 112, 132, 130])),
      filled(box(10, 10, 160, 102, 7), 'dark'),
      filled(box(20, 20, 140, 82, 3), 'color'),
      filled(oval(90, 61, 25), 'paper'),
      filled(shape([83, 48, 83, 74, 104, 61]), 'deep'),
    ],
  ),
  kiosk: still(
    [110, 190],
    [
      filled(shape([40, 110, 70, 110, 76, 170, 34, 170]), 'pale'),
      filled(box(18, 168, 74, 13, 4), 'dark'),
      filled(box(14, 10, 82, 104, 8), 'dark'),
      filled(box(24, 20, 62, 84, 3), 'paper'),
      filled(box(24, 20, 62, 20, 3), 'color'),
      ...[0, 1, 2, 3].map((n) =>
        filled(box(32 + (n % 2) * 26, 49 + Math.floor(n / 2) * 25, 20, 18, 3), n === 3 ? 'deep' : 'pale'),
      ),
      filled(box(46, 124, 18, 6, 2), 'ink'),
      filled(shape([47, 129, 63, 129, 63, 148, 47, 148]), 'paper'),
    ],
  ),
}
