import { groupAt, grouped, ungrouped, type GroupPath } from '../../../shared/model/groups.ts'
import { newGroupId, type ShapeId } from '../../../shared/model/ids.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { unitsOf } from '../../../shared/model/groups.ts'
import { changeableShapes, placeableShapes } from '../units.ts'

/** Makes one group of what is selected; groups in it stay what they are, within the new one. */
export function groupSelection(editor: Editor): void {
  const shapes = placeableShapes(editor)
  if (editor.readOnly || unitsOf(shapes, editor.inside.get()).length < 2) return
  const group = newGroupId()
  regroup(editor, shapes, (shape) => grouped(shape, group, editor.inside.get()))
}

/** Takes the selected groups apart, one level. What was in them stays selected. */
export function ungroupSelection(editor: Editor): void {
  const shapes = changeableShapes(editor).filter((shape) => groupAt(shape, editor.inside.get()))
  if (!editor.readOnly) regroup(editor, shapes, (shape) => ungrouped(shape, editor.inside.get()))
}

function regroup(
  { workshop }: Editor,
  shapes: readonly Shape[],
  groupsOf: (shape: Shape) => GroupPath | undefined,
): void {
  const groups = new Map<ShapeId, Shape['groups']>()
  for (const shape of shapes) {
    const next = groupsOf(shape)
    // Half a group is none: where one shape lies too deep already, nothing happens.
    if (!next) return
    groups.set(shape.id, next.length > 0 ? [...next] : undefined)
  }
  if (groups.size === 0) return
  workshop.change((change) => {
    for (const [id, next] of groups) change.update(id, { groups: next })
  })
}
