import { filled, inked, patch, still, toned } from './part.ts'
import { blob, box, curve, dot, line, oval, shape } from './pen.ts'

export const VEHICLES = {
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
  bus: still(
    [180, 110],
    [
      filled(box(8, 10, 164, 76, 12), 'color'),
      ...[20, 54, 88].map((x) => filled(box(x, 22, 28, 26, 3), 'glass')),
      filled(box(124, 22, 22, 62, 3), 'glass'),
      inked(line([135, 22, 135, 84]), 2),
      filled(shape([152, 22, 171, 24, 172, 48, 152, 48]), 'glass'),
      toned(line([14, 62, 118, 62]), 'deep', 4),
      filled(oval(44, 88, 14), 'dark'),
      filled(oval(104, 88, 14), 'dark'),
      patch(dot(44, 88, 4.5), 'paper'),
      patch(dot(104, 88, 4.5), 'paper'),
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
