import { filled, inked, patch, still, toned, type Part } from './part.ts'
import { blob, box, curve, dot, line, oval, shape } from './pen.ts'

const rays = (x: number, y: number, from: number, to: number, angles: readonly number[]): readonly Part[] =>
  angles.map((degrees) => {
    const [dx, dy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    return inked(line([x + dx * from, y + dy * from, x + dx * to, y + dy * to]))
  })

export const THINGS = {
  key: still(
    [110, 60],
    [
      filled(
        shape([
          46, 25, 102, 25, 104, 35, 98, 35, 98, 46, 89, 46, 89, 36, 82, 36, 82, 43, 73, 43, 73, 36, 46, 36,
        ]),
        'color',
      ),
      filled(oval(30, 30, 22), 'color'),
      filled(oval(24, 30, 7), 'paper'),
    ],
  ),
  suitcase: still(
    [110, 110],
    [
      inked(curve([40, 30, 41, 14, 55, 11, 69, 14, 70, 30]), 5),
      filled(box(8, 28, 94, 70, 9), 'color'),
      inked(line([30, 28, 30, 98])),
      inked(line([80, 28, 80, 98])),
      filled(box(46, 54, 18, 14, 3), 'paper'),
      filled(box(20, 97, 14, 8, 3), 'ink'),
      filled(box(76, 97, 14, 8, 3), 'ink'),
    ],
  ),
  letter: still(
    [120, 90],
    [
      filled(box(8, 10, 104, 72, 5), 'paper'),
      inked(line([10, 80, 48, 46])),
      inked(line([110, 80, 72, 46])),
      filled(shape([9, 13, 111, 13, 62, 56, 58, 56]), 'color'),
    ],
  ),
  calendar: still(
    [110, 110],
    [
      filled(box(8, 16, 94, 86, 6), 'paper'),
      filled(box(8, 16, 94, 24, 6), 'color'),
      inked(line([32, 8, 32, 26]), 5),
      inked(line([78, 8, 78, 26]), 5),
      ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) =>
        patch(box(20 + (n % 4) * 20, 50 + Math.floor(n / 4) * 17, 10, 9, 2), n === 6 ? 'deep' : 'pale'),
      ),
      toned(oval(65, 71, 12, 11), 'deep'),
    ],
  ),
  clock: still(
    [110, 110],
    [
      filled(oval(55, 55, 46), 'color'),
      filled(oval(55, 55, 35), 'paper'),
      ...rays(55, 55, 27, 31, [0, 90, 180, 270]),
      inked(line([55, 55, 55, 34])),
      inked(line([55, 55, 70, 64])),
      patch(dot(55, 55, 3.5), 'deep'),
    ],
  ),
  receipt: still(
    [90, 120],
    [
      filled(shape([12, 8, 78, 8, 78, 110, 67, 102, 56, 111, 45, 102, 34, 111, 23, 102, 12, 110]), 'paper'),
      filled(box(24, 20, 42, 12, 3), 'color'),
      ...[46, 58, 70].flatMap((y) => [inked(line([24, y, 46, y]), 2.4), inked(line([56, y, 66, y]), 2.4)]),
      toned(line([24, 86, 66, 86]), 'deep', 4),
    ],
  ),
  parcel: still(
    [120, 110],
    [
      filled(shape([10, 36, 58, 50, 58, 102, 10, 84]), 'color'),
      filled(shape([58, 50, 110, 34, 110, 84, 58, 102]), 'color'),
      filled(shape([10, 36, 62, 14, 110, 34, 58, 50]), 'paper'),
      filled(shape([33, 26, 43, 22, 90, 40, 82, 43]), 'deep'),
      filled(shape([82, 43, 90, 40, 90, 58, 82, 62]), 'deep'),
      inked(line([20, 76, 34, 81]), 2.4),
    ],
  ),
  card: still(
    [120, 90],
    [
      filled(box(8, 10, 104, 70, 8), 'color'),
      patch(shape([9, 25, 111, 25, 111, 40, 9, 40]), 'ink'),
      filled(box(20, 50, 20, 15, 3), 'paper'),
      inked(line([76, 66, 98, 66])),
    ],
  ),
  cart: still(
    [130, 110],
    [
      filled(shape([30, 28, 118, 34, 106, 70, 40, 70]), 'color'),
      inked(line([58, 30, 62, 69]), 2.4),
      inked(line([84, 32, 82, 69]), 2.4),
      inked(line([35, 48, 112, 50]), 2.4),
      inked(line([6, 12, 24, 12, 44, 84, 106, 84]), 4),
      filled(oval(54, 97, 8), 'dark'),
      filled(oval(96, 97, 8), 'dark'),
    ],
  ),
  cup: still(
    [100, 110],
    [
      inked(curve([36, 28, 32, 20, 39, 14, 35, 6]), 2.4),
      inked(curve([54, 28, 50, 20, 57, 14, 53, 6]), 2.4),
      inked(curve([76, 48, 93, 47, 91, 71, 72, 74]), 5),
      filled(shape([14, 38, 78, 38, 72, 96, 20, 96]), 'color'),
      filled(oval(46, 38, 32, 6), 'paper'),
      filled(box(8, 95, 78, 8, 4), 'pale'),
      patch(blob([46, 82, 36, 70, 38, 62, 46, 66, 54, 62, 56, 70]), 'deep'),
    ],
  ),
  shoe: still(
    [130, 90],
    [
      filled(
        blob([15, 22, 28, 20, 42, 28, 58, 24, 74, 42, 98, 50, 115, 57, 118, 68, 90, 72, 20, 72, 12, 54]),
        'color',
      ),
      filled(box(9, 67, 114, 14, 6), 'paper'),
      toned(line([54, 34, 46, 44]), 'ink'),
      toned(line([64, 40, 56, 50]), 'ink'),
      toned(line([75, 46, 67, 55]), 'ink'),
      filled(blob([12, 40, 24, 40, 28, 54, 26, 66, 12, 66]), 'deep'),
    ],
  ),
  camera: still(
    [120, 100],
    [
      filled(shape([40, 26, 46, 12, 74, 12, 80, 26]), 'pale'),
      filled(box(8, 24, 104, 66, 9), 'color'),
      filled(oval(60, 57, 25), 'paper'),
      filled(oval(60, 57, 14), 'dark'),
      patch(dot(65, 52, 4), 'paper'),
      filled(box(88, 34, 14, 9, 3), 'paper'),
    ],
  ),
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
  car: still(
    [160, 100],
    [
      filled(shape([10, 52, 38, 46, 56, 20, 108, 20, 128, 46, 150, 54, 152, 78, 8, 78]), 'color'),
      filled(shape([50, 46, 62, 28, 80, 28, 80, 46]), 'glass'),
      filled(shape([88, 28, 105, 28, 118, 46, 88, 46]), 'glass'),
      filled(oval(40, 78, 15), 'dark'),
      filled(oval(122, 78, 15), 'dark'),
      patch(dot(40, 78, 5), 'paper'),
      patch(dot(122, 78, 5), 'paper'),
      filled(box(142, 56, 10, 9, 3), 'paper'),
      inked(line([84, 52, 92, 52]), 2.4),
    ],
  ),
  plane: still(
    [150, 110],
    [
      filled(shape([62, 44, 36, 16, 52, 12, 96, 38]), 'color'),
      filled(blob([18, 62, 40, 54, 104, 34, 132, 28, 144, 36, 132, 48, 74, 70, 36, 78]), 'paper'),
      filled(shape([22, 66, 8, 34, 22, 32, 48, 54]), 'color'),
      filled(shape([70, 62, 60, 102, 76, 98, 104, 50]), 'deep'),
      ...[64, 78, 92].map((x) => patch(dot(x, 55 - (x - 64) * 0.3, 2.4), 'ink')),
      inked(curve([122, 32, 128, 38, 138, 38]), 2.4),
    ],
  ),
}
