import type { TreeNode } from '../../../../shared/model/boardTree.ts'
import { selectShape } from '../../../editor/commands/selectShape.ts'
import { choosePart } from '../../../editor/journey/choosePart.ts'
import type { Chosen } from '../../../editor/chosen.ts'
import type { Editor } from '../../../editor/editor.ts'

/** Selects what a row of the outline stands for: the shape itself, however many groups it is in, or a whole group. */
export function selectNode(editor: Editor, { shape: id, group, part, members }: TreeNode): void {
  if (part?.kind === 'step') return choosePart(editor, { kind: 'steps', ids: [part.id] })
  if (part?.id !== undefined) return choosePart(editor, { kind: 'stage', id: part.id })
  const [first] = members.flatMap((member) => editor.workshop.shapes.get(member) ?? [])
  if (!first) return
  if (id !== undefined) return selectShape(editor, first, { deep: true })
  const path = first.groups ?? []
  const depth = group === undefined ? 0 : path.indexOf(group)
  editor.inside.set(path.slice(0, Math.max(0, depth)))
  editor.selection.set(new Set(members))
}

/** Is it what is chosen of a journey, or part of it? */
export function isChosen({ part }: TreeNode, chosen: Chosen | null): boolean {
  if (!chosen || part?.id === undefined) return false
  if (part.kind === 'step') return chosen.kind === 'steps' && chosen.ids.includes(part.id)
  return chosen.kind === 'stage' && chosen.id === part.id
}

/** The rows from the outermost to the first that is looked for; nothing if there is none. */
export function wayToPart(
  tree: readonly TreeNode[],
  is: (node: TreeNode) => boolean,
): readonly TreeNode[] | undefined {
  for (const node of tree) {
    if (is(node)) return [node]
    const rest = wayToPart(node.children, is)
    if (rest) return [node, ...rest]
  }
  return undefined
}

/** Adds what a row stands for to the selection, or takes it out. */
export function toggleNode({ selection }: Editor, { members }: TreeNode): void {
  if (members.length === 0) return
  const next = new Set(selection.get())
  const isIn = members.every((id) => next.has(id))
  for (const id of members) {
    if (isIn) next.delete(id)
    else next.add(id)
  }
  selection.set(next)
}
