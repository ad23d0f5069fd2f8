import type { Vec } from '../../shared/geometry/vec.ts'
import type { BoardId } from '../../shared/model/ids.ts'
import type { Shape } from '../../shared/model/shape.ts'
import type { ShapeIndex } from '../../shared/model/shapeIndex.ts'
import { hits } from './hitTest.ts'

const HOSTS: ReadonlySet<Shape['kind']> = new Set(['note', 'text', 'form', 'image', 'figure'])

/** Can a stamp be on such a shape, and count as a vote for it? */
export const isStampHost = ({ kind }: Shape): boolean => HOSTS.has(kind)

/** The topmost shape at a page point that a stamp can be on. */
export function stampHostAt(
  shapes: Pick<ShapeIndex, 'within'>,
  board: BoardId,
  point: Vec,
): Shape | undefined {
  return shapes
    .within(board, { x: point[0], y: point[1], w: 0, h: 0 })
    .findLast((shape) => isStampHost(shape) && hits(shape, point, 0))
}
