import type { TreeNode } from '../../../../shared/model/boardTree.ts'
import { selectShape } from '../../../editor/commands/selectShape.ts'
import type { Editor } from '../../../editor/editor.ts'

/** Selects what a row of the outline stands for: the shape itself, however many groups it is in, or a whole group. */
export function selectNode(editor: Editor, { shape: id, group, members }: TreeNode): void {
  const [first] = members.flatMap((member) => editor.workshop.shapes.get(member) ?? [])
  if (!first) return
  if (id !== undefined) return selectShape(editor, first, { deep: true })
  const path = first.groups ?? []
  const depth = group === undefined ? 0 : path.indexOf(group)
  editor.inside.set(path.slice(0, Math.max(0, depth)))
  editor.selection.set(new Set(members))
}

/** Adds what a row stands for to the selection, or takes it out. */
export function toggleNode({ selection }: Editor, { members }: TreeNode): void {
  const next = new Set(selection.get())
  const isIn = members.every((id) => next.has(id))
  for (const id of members) {
    if (isIn) next.delete(id)
    else next.add(id)
  }
  selection.set(next)
}
