import type { Vec } from '../../shared/geometry/vec.ts'
import { unpackInk } from '../../shared/model/inkPoints.ts'
import { frameOf, type Ink } from '../../shared/model/shape.ts'

const paths = new WeakMap<Ink, readonly Vec[]>()

/** The line of a stroke before it is turned, page units. Unpacked once: shapes are values. */
export function inkPath(ink: Ink): readonly Vec[] {
  const known = paths.get(ink)
  if (known) return known
  const path = unpackInk(ink.points, frameOf(ink)).map(({ point }) => point)
  paths.set(ink, path)
  return path
}
