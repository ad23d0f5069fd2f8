import RBush from 'rbush'
import type { Box } from '../geometry/box.ts'
import type { ShapeId } from './ids.ts'
import { byOrder } from './order.ts'
import { boundsOf, type Shape } from './shape.ts'

interface Leaf {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
  readonly shape: Shape
  /** Position in the stack, if the stack is ranked: comparing numbers keeps culling cheap. */
  rank: number
  /** Is it among those that `within` finds? */
  found: boolean
}

/** The shapes of one board: where each lies, and in which order they lie on each other. */
export interface BoardShapes {
  readonly size: number
  /** Puts a shape on the board, or in the place of the one with its id. */
  put(shape: Shape, hidden: boolean): void
  take(id: ShapeId): void
  /** Says whether `within` finds it. */
  hide(id: ShapeId, hidden: boolean): void
  /** From now to `settle` so much changes that all is rebuilt then, instead of patched each time. */
  unsettle(): void
  settle(): void
  /** Bottom to top. The same array until something changes. */
  all(): readonly Shape[]
  /** Those that touch a box and are not hidden, bottom to top. */
  within(box: Box): readonly Shape[]
}

export function createBoardShapes(): BoardShapes {
  const tree = new RBush<Leaf>()
  const leaves = new Map<ShapeId, Leaf>()
  /** Bottom to top; nothing after so much came and went that it has to be sorted anew. */
  let stack: Leaf[] | undefined
  /** Do the ranks hold? */
  let ranked = false
  let shapes: readonly Shape[] | undefined
  let settled = true

  function rankedStack(): Leaf[] {
    const sorted = (stack ??= [...leaves.values()].sort((a, b) => byOrder(a.shape, b.shape)))
    if (!ranked) sorted.forEach((leaf, rank) => (leaf.rank = rank))
    ranked = true
    return sorted
  }

  function plant(leaf: Leaf, hidden: boolean): void {
    leaf.found = !hidden
    if (settled && !hidden) tree.insert(leaf)
  }

  function uproot(leaf: Leaf): void {
    if (settled && leaf.found) tree.remove(leaf)
  }

  function pile(leaf: Leaf): void {
    if (!settled) stack = undefined
    stack?.splice(placeIn(stack, leaf.shape), 0, leaf)
    ranked = false
  }

  function unpile(leaf: Leaf): void {
    if (!settled) stack = undefined
    if (stack) rankedStack().splice(leaf.rank, 1)
    ranked = false
  }

  return {
    get size() {
      return leaves.size
    },
    put(shape, hidden) {
      const old = leaves.get(shape.id)
      const leaf = leafOf(shape)
      shapes = undefined
      if (old?.shape.order === shape.order) {
        // A shape that keeps its place in the stack keeps its rank.
        const sorted = stack && rankedStack()
        leaf.rank = old.rank
        if (sorted) sorted[leaf.rank] = leaf
      } else {
        if (old) unpile(old)
        pile(leaf)
      }
      if (old) uproot(old)
      plant(leaf, hidden)
      leaves.set(shape.id, leaf)
    },
    take(id) {
      const leaf = leaves.get(id)
      if (!leaf) return
      shapes = undefined
      unpile(leaf)
      uproot(leaf)
      leaves.delete(id)
    },
    hide(id, hidden) {
      const leaf = leaves.get(id)
      if (!leaf || leaf.found === !hidden) return
      uproot(leaf)
      plant(leaf, hidden)
    },
    unsettle: () => void (settled = false),
    settle() {
      if (settled) return
      settled = true
      tree.clear().load([...leaves.values()].filter(({ found }) => found))
    },
    all: () => (shapes ??= rankedStack().map(({ shape }) => shape)),
    within({ x, y, w, h }) {
      const sorted = rankedStack()
      return inStackOrder(tree.search({ minX: x, minY: y, maxX: x + w, maxY: y + h }), sorted)
    },
  }
}

function leafOf(shape: Shape): Leaf {
  const { x, y, w, h } = boundsOf(shape)
  return { minX: x, minY: y, maxX: x + w, maxY: y + h, shape, rank: 0, found: false }
}

/** Where a shape belongs in a stack, by halving. */
function placeIn(stack: readonly Leaf[], shape: Shape): number {
  let [low, high] = [0, stack.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const leaf = stack[middle]
    if (leaf && byOrder(leaf.shape, shape) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Sorts numbers, not objects: a zoomed-out view finds thousands of leaves. */
function inStackOrder(found: readonly Leaf[], stack: readonly Leaf[]): readonly Shape[] {
  const ranks = new Uint32Array(found.length)
  for (const [index, { rank }] of found.entries()) ranks[index] = rank
  ranks.sort()
  const shapes: Shape[] = []
  for (const rank of ranks) {
    const leaf = stack[rank]
    if (leaf) shapes.push(leaf.shape)
  }
  return shapes
}
