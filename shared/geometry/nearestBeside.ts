import { center, type Box } from './box.ts'
import type { Vec } from './vec.ts'

/** How much more a step aside counts than a step ahead. */
const ASIDE = 3

/**
 * Which of `boxes` is next from `from` in a direction (a unit vector along an axis): the nearest whose middle lies
 * ahead, and rather ahead than aside. Nothing if there is none.
 */
export function nearestBeside<T>(
  from: Box,
  direction: Vec,
  boxes: Iterable<readonly [T, Box]>,
): T | undefined {
  let best: T | undefined
  let least = Infinity
  for (const [key, box] of boxes) {
    const cost = costOf(from, direction, box)
    if (cost < least) {
      best = key
      least = cost
    }
  }
  return best
}

function costOf(from: Box, [dx, dy]: Vec, to: Box): number {
  const [fromX, fromY] = center(from)
  const [toX, toY] = center(to)
  const ahead = (toX - fromX) * dx + (toY - fromY) * dy
  const aside = dx === 0 ? Math.abs(toX - fromX) : Math.abs(toY - fromY)
  // What overlaps seen from here lies straight ahead, wherever its middle is.
  const gap = dx === 0 ? gapBetween(from.x, from.w, to.x, to.w) : gapBetween(from.y, from.h, to.y, to.h)
  if (ahead <= 0 || (gap > 0 && aside > 2 * ahead)) return Infinity
  return ahead + ASIDE * gap + aside / 10
}

const gapBetween = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.max(0, b - (a + aLength), a - (b + bLength))
