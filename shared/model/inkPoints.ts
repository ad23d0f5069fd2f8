import type { Vec } from '../geometry/vec.ts'
import { around, type Box } from '../geometry/box.ts'

/** One point of a stroke: where (page units), and how hard the pen was pressed (0 to 1). */
export interface InkPoint {
  readonly point: Vec
  readonly pressure: number
}

/*
 * Packed: five characters of 6 bits for x and y (15 bits each, as a share of the box) and one for the pressure (6
 * bits). Text, because it goes through JSON on the clipboard as it is.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(DIGITS, (digit, value) => [digit, value]))
/** Characters of one point. */
const PER_POINT = 6
const MOST = 2 ** 15 - 1

/** The stroke's box and its points relative to it. At least one point is needed. */
export function packInk(points: readonly InkPoint[]): { readonly box: Box; readonly packed: string } {
  const { x, y, w, h } = around(points.map(({ point }) => point))
  const box = { x, y, w: Math.max(1, w), h: Math.max(1, h) }
  const packed = points.map(({ point: [px, py], pressure }) =>
    digits(share(px - x, box.w), share(py - y, box.h), Math.round(clamp(pressure) * 63)),
  )
  return { box, packed: packed.join('') }
}

/** The points of a packed stroke, stretched over `box`. What is not a whole, valid point is left out. */
export function unpackInk(packed: string, box: Box): InkPoint[] {
  const points: InkPoint[] = []
  for (let start = 0; start + PER_POINT <= packed.length; start += PER_POINT) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, pressure = 0] = Array.from(
      { length: PER_POINT },
      (_, i) => VALUES.get(packed[start + i] ?? '') ?? 0,
    )
    const bits = ((a * 64 + b) * 64 + c) * 4096 + d * 64 + e
    const [px, py] = [Math.floor(bits / 2 ** 15), bits % 2 ** 15]
    points.push({
      point: [box.x + (px / MOST) * box.w, box.y + (py / MOST) * box.h],
      pressure: pressure / 63,
    })
  }
  return points
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))
const share = (value: number, of: number): number => Math.round(clamp(value / of) * MOST)

function digits(x: number, y: number, pressure: number): string {
  let bits = x * 2 ** 15 + y
  let text = ''
  for (let i = 0; i < 5; i++) {
    text = (DIGITS[bits % 64] ?? 'A') + text
    bits = Math.floor(bits / 64)
  }
  return text + (DIGITS[pressure] ?? 'A')
}
