import { inked, type Part } from './part.ts'
import { line } from './pen.ts'

/** Short lines that go out from a point, by angles in degrees: they begin and end so far from it. */
export const rays = (
  x: number,
  y: number,
  from: number,
  to: number,
  angles: readonly number[],
): readonly Part[] =>
  angles.map((degrees) => {
    const [dx, dy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    return inked(line([x + dx * from, y + dy * from, x + dx * to, y + dy * to]))
  })
