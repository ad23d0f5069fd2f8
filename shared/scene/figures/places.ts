import { filled, inked, patch, still, toned, type Part } from './part.ts'
import { blob, box, curve, dot, line, oval, shape } from './pen.ts'

/** A window with a cross: left, top, width and height. */
const pane = (x: number, y: number, w: number, h: number): readonly Part[] => [
  filled(box(x, y, w, h, 2), 'glass'),
  inked(line([x + w / 2, y, x + w / 2, y + h]), 2),
  inked(line([x, y + h / 2, x + w, y + h / 2]), 2),
]

/** Small windows in rows. */
function panes(
  x: number,
  y: number,
  columns: number,
  rows: number,
  step: readonly [number, number],
): readonly Part[] {
  return Array.from({ length: columns * rows }, (_, index) =>
    patch(
      box(
        x + (index % columns) * step[0],
        y + Math.floor(index / columns) * step[1],
        step[0] * 0.55,
        step[1] * 0.55,
        1,
      ),
      'ink',
    ),
  )
}

const GROUND = (left: number, right: number, y: number): Part => inked(line([left, y, right, y + 0.5]))

export const PLACES = {
  house: still(
    [200, 180],
    [
      filled(box(136, 26, 22, 50, 2), 'pale'),
      filled(shape([32, 84, 100, 30, 168, 84, 168, 172, 32, 172]), 'paper'),
      filled(shape([100, 12, 190, 82, 178, 94, 100, 34, 22, 94, 10, 82]), 'color'),
      filled(box(82, 112, 36, 60, 3), 'deep'),
      patch(dot(110, 144, 3), 'paper'),
      ...pane(44, 104, 28, 30),
      ...pane(128, 104, 28, 30),
      filled(oval(100, 74, 12), 'glass'),
      GROUND(4, 196, 173),
    ],
  ),
  shop: still(
    [200, 180],
    [
      filled(box(22, 54, 156, 118, 3), 'paper'),
      filled(box(50, 8, 100, 28, 4), 'deep'),
      toned(curve([66, 22, 78, 17, 88, 24, 100, 18, 112, 24, 134, 20]), 'paper'),
      filled(box(34, 88, 78, 58, 3), 'glass'),
      inked(line([48, 130, 66, 108]), 2),
      inked(line([60, 134, 84, 104]), 2),
      filled(box(126, 88, 38, 84, 3), 'color'),
      filled(box(133, 96, 24, 32, 2), 'glass'),
      patch(dot(156, 140, 3), 'ink'),
      ...[0, 1, 2, 3, 4].map((n) =>
        filled(
          blob([16 + n * 34, 38, 50 + n * 34, 38, 50 + n * 34, 66, 33 + n * 34, 76, 16 + n * 34, 66]),
          n % 2 === 0 ? 'color' : 'paper',
        ),
      ),
      filled(shape([26, 34, 174, 34, 188, 50, 12, 50]), 'color'),
      GROUND(4, 196, 173),
    ],
  ),
  cafe: still(
    [200, 180],
    [
      inked(line([100, 20, 100, 168])),
      filled(curve([14, 66, 50, 26, 100, 14, 150, 26, 186, 66]) + 'L14 66Z', 'color'),
      filled(curve([68, 66, 78, 32, 100, 14, 122, 32, 132, 66]) + 'L68 66Z', 'paper'),
      inked(
        curve([
          14, 66, 28, 74, 42, 66, 55, 74, 68, 66, 84, 74, 100, 66, 116, 74, 132, 66, 146, 74, 160, 66, 173,
          74, 186, 66,
        ]),
      ),
      filled(oval(100, 114, 50, 8), 'pale'),
      inked(line([100, 122, 100, 168])),
      inked(curve([78, 172, 100, 164, 122, 172])),
      filled(shape([74, 92, 92, 92, 89, 110, 77, 110]), 'paper'),
      inked(curve([92, 95, 99, 96, 97, 104, 91, 104])),
      inked(curve([80, 86, 78, 81, 82, 77]), 2.4),
      filled(oval(32, 134, 20, 6), 'deep'),
      inked(line([20, 138, 14, 172])),
      inked(line([44, 138, 50, 172])),
      filled(oval(168, 134, 20, 6), 'deep'),
      inked(line([156, 138, 150, 172])),
      inked(line([180, 138, 186, 172])),
      GROUND(4, 196, 173),
    ],
  ),
  office: still(
    [160, 190],
    [
      filled(box(20, 30, 82, 152, 3), 'color'),
      filled(box(96, 74, 48, 108, 3), 'pale'),
      inked(line([60, 30, 60, 10])),
      filled(shape([61, 10, 80, 15, 61, 21]), 'deep'),
      ...[0, 1, 2, 3].flatMap((row) =>
        [0, 1, 2].map((column) => filled(box(31 + column * 22, 44 + row * 26, 15, 16, 1), 'glass')),
      ),
      ...[0, 1, 2].map((row) => filled(box(110, 88 + row * 24, 22, 13, 1), 'glass')),
      filled(box(48, 150, 26, 32, 2), 'paper'),
      inked(line([61, 152, 61, 182]), 2),
      GROUND(4, 156, 183),
    ],
  ),
  city: still(
    [240, 180],
    [
      filled(oval(196, 36, 18), 'paper'),
      filled(box(18, 76, 46, 96, 2), 'pale'),
      ...panes(27, 88, 3, 5, [13, 15]),
      filled(shape([92, 22, 116, 34, 116, 172, 68, 172, 68, 34]), 'color'),
      inked(line([92, 22, 92, 6])),
      ...panes(77, 50, 3, 7, [14, 16]),
      filled(box(152, 88, 40, 84, 2), 'paper'),
      ...panes(160, 100, 2, 4, [15, 16]),
      filled(box(112, 62, 44, 110, 2), 'deep'),
      ...panes(121, 76, 3, 5, [12, 17]).map((one): Part => ({ ...one, fill: 'paper' })),
      filled(box(188, 112, 36, 60, 2), 'color'),
      ...panes(196, 122, 2, 3, [14, 15]),
      GROUND(4, 236, 173),
    ],
  ),
  airport: still(
    [240, 180],
    [
      filled(shape([176, 60, 200, 60, 206, 172, 170, 172]), 'pale'),
      filled(shape([160, 30, 216, 30, 208, 60, 168, 60]), 'glass'),
      inked(line([188, 30, 188, 60]), 2),
      filled(box(164, 20, 48, 12, 3), 'color'),
      inked(line([188, 20, 188, 6])),
      filled(curve([14, 128, 60, 112, 110, 108, 172, 118]) + 'L172 172L14 172Z', 'paper'),
      ...[0, 1, 2, 3].map((n) => filled(box(28 + n * 35, 132, 24, 20, 2), 'glass')),
      filled(blob([22, 74, 40, 66, 96, 52, 122, 48, 130, 54, 122, 62, 64, 82, 34, 86]), 'color'),
      filled(shape([24, 76, 14, 50, 26, 48, 46, 68]), 'deep'),
      filled(shape([76, 68, 66, 100, 78, 98, 102, 60]), 'deep'),
      filled(shape([84, 55, 60, 36, 72, 34, 106, 51]), 'color'),
      patch(dot(112, 54, 2.4), 'ink'),
      GROUND(4, 236, 173),
    ],
  ),
  bedroom: still(
    [220, 160],
    [
      filled(box(12, 44, 14, 108, 4), 'dark'),
      filled(box(152, 86, 12, 66, 4), 'dark'),
      filled(box(20, 106, 138, 32, 4), 'paper'),
      filled(blob([26, 82, 50, 74, 70, 80, 72, 98, 62, 108, 32, 108, 24, 98]), 'paper'),
      filled(blob([64, 100, 84, 90, 120, 88, 156, 92, 160, 112, 156, 126, 70, 126, 58, 114]), 'color'),
      inked(curve([70, 113, 112, 108, 156, 110])),
      ...pane(84, 14, 52, 48),
      filled(box(178, 112, 34, 40, 3), 'pale'),
      inked(line([178, 130, 212, 130])),
      inked(line([195, 112, 195, 90])),
      filled(shape([184, 66, 206, 66, 213, 90, 177, 90]), 'deep'),
      GROUND(4, 218, 153),
    ],
  ),
  door: still(
    [140, 190],
    [
      filled(box(28, 14, 72, 160, 4), 'pale'),
      filled(box(37, 24, 54, 150, 3), 'color'),
      filled(box(46, 34, 36, 40, 2), 'glass'),
      inked(line([64, 34, 64, 74]), 2),
      inked(shape([46, 88, 82, 88, 82, 158, 46, 158]), 2),
      filled(dot(84, 104, 4), 'paper'),
      filled(box(16, 172, 96, 11, 2), 'paper'),
      filled(shape([108, 36, 124, 36, 121, 58, 111, 58]), 'deep'),
      inked(line([116, 36, 116, 26])),
      filled(shape([108, 154, 132, 154, 128, 183, 112, 183]), 'deep'),
      filled(blob([120, 153, 104, 146, 102, 128, 114, 134, 120, 116, 127, 134, 138, 128, 136, 146]), 'pale'),
      GROUND(4, 138, 184),
    ],
  ),
  counter: still(
    [220, 150],
    [
      filled(shape([152, 54, 172, 54, 176, 68, 148, 68]), 'pale'),
      filled(box(132, 14, 60, 42, 5), 'dark'),
      filled(box(140, 22, 44, 26, 2), 'glass'),
      filled(box(40, 62, 34, 6, 3), 'dark'),
      filled(`${curve([44, 62, 46, 48, 57, 43, 68, 48, 70, 62])}Z`, 'deep'),
      inked(line([57, 43, 57, 36])),
      inked(curve([34, 44, 30, 36, 35, 29]), 2.4),
      inked(curve([80, 44, 84, 36, 79, 29]), 2.4),
      filled(box(18, 78, 184, 62, 3), 'color'),
      filled(box(8, 67, 204, 13, 4), 'paper'),
      ...[64, 110, 156].map((x) => inked(line([x, 81, x, 139]))),
      GROUND(4, 216, 142),
    ],
  ),
  map: still(
    [160, 150],
    [
      filled(shape([12, 48, 58, 34, 104, 48, 150, 34, 150, 124, 104, 138, 58, 124, 12, 138]), 'paper'),
      patch(shape([58, 34, 104, 48, 104, 138, 58, 124]), 'pale'),
      inked(shape([58, 34, 104, 48, 104, 138, 58, 124])),
      ...[
        [24, 112],
        [36, 104],
        [48, 108],
        [62, 112],
        [76, 106],
        [88, 98],
      ].map(([x = 0, y = 0]) => toned(line([x, y, x + 7, y - 2]), 'deep')),
      filled(blob([102, 90, 82, 58, 80, 36, 92, 18, 112, 14, 128, 28, 130, 48, 122, 62]), 'color'),
      filled(oval(105, 42, 10), 'paper'),
    ],
  ),
}
