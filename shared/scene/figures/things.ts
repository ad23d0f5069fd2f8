import { filled, inked, patch, still, toned } from './part.ts'
import { blob, box, curve, dot, line, oval, shape } from './pen.ts'
import { rays } from './rays.ts'
import { SYMBOLS } from './symbols.ts'
import { VEHICLES } from './vehicles.ts'

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
  bag: still(
    [90, 110],
    [
      inked(curve([30, 40, 30, 16, 45, 9, 60, 16, 60, 40])),
      filled(shape([14, 32, 76, 32, 82, 102, 8, 102]), 'color'),
      inked(curve([30, 44, 31, 38])),
      inked(curve([60, 44, 59, 38])),
      patch(blob([45, 86, 31, 73, 33, 62, 45, 67, 57, 62, 59, 73]), 'deep'),
    ],
  ),
  gift: still(
    [105, 110],
    [
      filled(blob([52, 34, 36, 12, 24, 12, 24, 26]), 'deep'),
      filled(blob([53, 34, 69, 12, 81, 12, 81, 26]), 'deep'),
      filled(box(14, 52, 78, 50, 3), 'color'),
      filled(box(8, 34, 90, 20, 3), 'color'),
      filled(shape([45, 34, 60, 34, 60, 102, 45, 102]), 'deep'),
    ],
  ),
  document: still(
    [90, 115],
    [
      filled(shape([10, 8, 58, 8, 80, 30, 80, 106, 10, 106]), 'paper'),
      filled(shape([58, 8, 58, 30, 80, 30]), 'color'),
      ...[46, 64, 82].flatMap((y) => [
        toned(line([22, y, 27, y + 5, 35, y - 6]), 'deep'),
        inked(line([44, y, 68, y]), 2.4),
      ]),
    ],
  ),
  headset: still(
    [110, 110],
    [
      inked(curve([20, 62, 20, 30, 55, 12, 90, 30, 90, 62]), 6),
      inked(curve([90, 74, 86, 94, 64, 98])),
      filled(box(8, 52, 24, 34, 8), 'color'),
      filled(box(78, 52, 24, 34, 8), 'color'),
      filled(oval(58, 98, 9, 6), 'dark'),
    ],
  ),
  coins: still(
    [115, 100],
    [
      ...[80, 66, 52].flatMap((y) => [
        filled(`${curve([10, y, 12, y + 14, 38, y + 17, 64, y + 14, 66, y])}Z`, 'color'),
        filled(oval(38, y, 28, 8), 'color'),
      ]),
      filled(oval(82, 38, 26), 'color'),
      filled(oval(82, 38, 17), 'paper'),
      toned(curve([89, 30, 80, 28, 76, 34, 86, 40, 86, 46, 75, 46]), 'deep'),
    ],
  ),
  ...VEHICLES,
  ...SYMBOLS,
}
