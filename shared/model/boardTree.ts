import { viewNodes } from '../journey/journeyTree.ts'
import type { StepId } from '../journey/ids.ts'
import type { TreePart } from '../journey/treePart.ts'
import { unitsOf, type GroupPath } from './groups.ts'
import type { GroupId, ShapeId } from './ids.ts'
import { inRows, type ReadingDirection } from './readingOrder.ts'
import { sectionsAround } from './sections.ts'
import type { JourneyMap, Shape, Storyboard } from './shape.ts'

/** Something on a board as it is read: a shape, or a group of shapes that lie in the same place. */
export interface TreeNode {
  /** The same for as long as the thing is there. */
  readonly key: string
  /** The shape; nothing for a group. */
  readonly shape: ShapeId | undefined
  readonly group: GroupId | undefined
  /** A part of the journey that a map or a storyboard shows. */
  readonly part?: TreePart
  /** The shape, or those of the group; in reading order. What lies in them is not among them. */
  readonly members: readonly ShapeId[]
  /** What lies in a section, belongs to a group, or was put on a shape as a stamp. */
  readonly children: readonly TreeNode[]
}

/** What lies in the maps and storyboards of a board. */
export interface InViews {
  /** The map or storyboard that decides where a shape lies. */
  viewOf(shape: Shape): ShapeId | undefined
  inFrame(step: StepId): readonly ShapeId[]
}

/**
 * All shapes of one board as a tree in reading order. Unlike the order in which Tab goes, it also has what collapsed
 * sections hide. Every shape is in it exactly once. With `views`, maps and storyboards hold their stages and steps, and
 * those what lies in them.
 */
export function boardTree(
  shapes: readonly Shape[],
  direction: ReadingDirection,
  views?: InViews,
): readonly TreeNode[] {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const within = new Map<ShapeId | undefined, Shape[]>()
  for (const shape of shapes) {
    const parent = viewAround(shape) ?? parentOf(shape, (id) => byId.get(id))
    const siblings = within.get(parent)
    if (siblings) siblings.push(shape)
    else within.set(parent, [shape])
  }
  const childrenOf = (parent: ShapeId | undefined): readonly TreeNode[] => {
    const siblings = within.get(parent)
    const view = parent === undefined || !views ? undefined : byId.get(parent)
    if (views && (view?.kind === 'map' || view?.kind === 'storyboard'))
      return inView(view, new Set(siblings?.map(({ id }) => id)), views)
    return siblings ? nodesOf(inRows(siblings, direction), [], parent ?? '') : []
  }
  function viewAround(shape: Shape): ShapeId | undefined {
    const view = views?.viewOf(shape)
    return view !== undefined && view !== shape.id && byId.has(view) ? view : undefined
  }
  const nodeFor = (id: ShapeId): TreeNode => ({
    key: id,
    shape: id,
    group: undefined,
    members: [id],
    children: childrenOf(id),
  })
  /** Whatever a map or a storyboard does not know of comes last. */
  function inView(
    view: JourneyMap | Storyboard,
    left: Set<ShapeId>,
    { inFrame }: InViews,
  ): readonly TreeNode[] {
    const nodeOf = (id: ShapeId) => (left.delete(id) ? nodeFor(id) : undefined)
    const known = viewNodes(view, { nodeOf, inFrame })
    return [...known, ...[...left].map(nodeFor)]
  }
  function nodesOf(siblings: readonly Shape[], path: GroupPath, place: string): readonly TreeNode[] {
    return unitsOf(siblings, path).map(({ group, shapes: members }): TreeNode => {
      const ids = members.map(({ id }) => id)
      const [only] = ids
      if (group === undefined && only !== undefined)
        return { key: only, shape: only, group, members: ids, children: childrenOf(only) }
      const key = `group ${group} in ${place}`
      const inner = group === undefined ? [] : nodesOf(members, [...path, group], key)
      return { key, shape: undefined, group, members: ids, children: inner }
    })
  }
  return childrenOf(undefined)
}

/** What a shape is read within: the shape a stamp is on, or the section around it; nothing for the board itself. */
function parentOf(shape: Shape, lookup: (id: ShapeId) => Shape | undefined): ShapeId | undefined {
  const host = shape.kind === 'stamp' && shape.on !== undefined ? lookup(shape.on) : undefined
  // A stamp on a stamp is nothing that the app makes, and could go round in a ring.
  if (host && host.kind !== 'stamp') return host.id
  return sectionsAround(shape, lookup)[0]?.id
}

/** One line of the tree as it is shown. */
export interface TreeRow {
  readonly node: TreeNode
  /** Row it lies in; -1 for none. */
  readonly parent: number
  /** 1 for the outermost. */
  readonly level: number
  /** Among those beside it, from 1. */
  readonly place: number
  readonly total: number
  /** Nothing where there is nothing within it. */
  readonly open: boolean | undefined
}

/** The lines to be seen, where `isOpen` says of which the inside is shown. */
export function treeRows(tree: readonly TreeNode[], isOpen: (node: TreeNode) => boolean): readonly TreeRow[] {
  const rows: TreeRow[] = []
  function add(nodes: readonly TreeNode[], parent: number, level: number): void {
    nodes.forEach((node, index) => {
      const open = node.children.length > 0 ? isOpen(node) : undefined
      const row = rows.push({ node, parent, level, place: index + 1, total: nodes.length, open }) - 1
      if (open) add(node.children, row, level + 1)
    })
  }
  add(tree, -1, 1)
  return rows
}

/** The nodes from the outermost to the one that is `id` or stands for it; nothing if it is nowhere. */
export function wayTo(tree: readonly TreeNode[], id: ShapeId): readonly TreeNode[] | undefined {
  for (const node of tree) {
    if (node.shape === id) return [node]
    const rest = wayTo(node.children, id)
    if (rest) return [node, ...rest]
  }
  return undefined
}
