import { center, unionOf, type Box } from '../../../shared/geometry/box.ts'
import { swapPlaces, type Swap } from '../../../shared/geometry/swapPlaces.ts'
import { sub, type Vec } from '../../../shared/geometry/vec.ts'
import { boardTree, type TreeNode } from '../../../shared/model/boardTree.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { ReadingDirection } from '../../../shared/model/readingOrder.ts'
import { boundsOf, type Shape } from '../../../shared/model/shape.ts'
import { isAttached } from '../attaching.ts'
import { carriedBy } from '../carried.ts'
import { shapesInOrder, type Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'
import { movedShape } from '../preview.ts'
import { moveEach } from './moveShapes.ts'

/** What became of somebody's wish to move something in reading order. */
export type OrderOutcome = 'moved' | 'isFirst' | 'isLast' | 'cannotMove'

/**
 * Moves one of `siblings` (those beside each other in the board's tree) a place earlier (-1) or later (1) in reading
 * order: it changes places on the board with the one that is there. One undo step.
 */
export function moveInOrder(
  editor: Editor,
  siblings: readonly TreeNode[],
  key: string,
  step: 1 | -1,
  direction: ReadingDirection,
): OrderOutcome {
  const at = siblings.findIndex((node) => node.key === key)
  const node = siblings[at]
  if (!node || editor.readOnly || !canMove(editor, node)) return 'cannotMove'
  const others = step > 0 ? siblings.slice(at + 1) : siblings.slice(0, at).toReversed()
  const other = others.find((one) => canMove(editor, one))
  if (!other) return step > 0 ? 'isLast' : 'isFirst'
  const [here, there] = [boxOf(editor, node), boxOf(editor, other)]
  if (!here || !there) return 'cannotMove'
  const swaps = waysToSwap(here, there, direction)
  const works = (swap: Swap) => isAfter(editor, { node, other, swap, direction }) === step > 0
  const [by, back] = swaps.find(works) ?? swaps[0]
  moveEach(editor, [
    { ids: node.members, by },
    { ids: other.members, by: back },
  ])
  return 'moved'
}

/** What is locked stays, and what ends on two shapes runs where those are. */
export function canMove(editor: Editor, { members }: TreeNode): boolean {
  const shapes = shapesInOrder(editor, new Set(members))
  return shapes.length > 0 && shapes.every((shape) => !isLocked(editor, shape) && !isAttached(shape))
}

const boxOf = (editor: Editor, { members }: TreeNode): Box | undefined =>
  unionOf(shapesInOrder(editor, new Set(members)).map(boundsOf))

/** The best first: what is large among the small may, put down by its corner, still be read in the same place. */
function waysToSwap(a: Box, b: Box, direction: ReadingDirection): readonly [Swap, ...Swap[]] {
  const back = ([x, y]: Vec): Vec => [-x, -y]
  const corner = sub([b.x, b.y], [a.x, a.y])
  const middle = sub(center(b), center(a))
  return [swapPlaces(a, b, direction), [corner, back(corner)], [middle, back(middle)]]
}

interface Attempt {
  readonly node: TreeNode
  readonly other: TreeNode
  readonly swap: Swap
  readonly direction: ReadingDirection
}

/** Would the node be read after the other one if they moved like this? */
function isAfter(editor: Editor, { node, other, swap, direction }: Attempt): boolean {
  const [by, back] = swap
  const moved = new Map<ShapeId, Shape>()
  for (const [{ members }, way] of [[node, by] as const, [other, back] as const])
    for (const shape of shapesInOrder(editor, carriedBy(editor, members)))
      moved.set(shape.id, movedShape(shape, way))
  const board = editor.workshop.shapes.all(editor.board.get())
  const tree = boardTree(
    board.map((shape) => moved.get(shape.id) ?? shape),
    direction,
  )
  return comesAfter(tree, node.key, other.key) ?? false
}

/** Nothing if the two are not beside each other. */
function comesAfter(tree: readonly TreeNode[], key: string, than: string): boolean | undefined {
  const at = tree.findIndex((node) => node.key === key)
  const other = tree.findIndex((node) => node.key === than)
  if (at >= 0 && other >= 0) return at > other
  for (const { children } of tree) {
    const found = comesAfter(children, key, than)
    if (found !== undefined) return found
  }
  return undefined
}
