import { distance, type Vec } from '../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { removeShapes } from '../commands/removeShapes.ts'
import type { Editor } from '../editor.ts'
import { erasedAt } from '../erasing.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'

/** How far apart the places are at which the eraser looks, in screen units. */
const STEP = 4

/** What it passes over fades, and is gone when the pointer is lifted. With Alt it comes back. */
export const eraserTool: Tool = { id: 'eraser', start: idle }

function idle(): ToolState {
  return {
    name: 'idle',
    pointerDown(input, editor) {
      if (editor.readOnly) return
      rub(editor, [input.point], input.alt)
      return erasing(input)
    },
  }
}

function erasing(down: PointerInput): ToolState {
  let last = down.point
  const rubTo = (input: PointerInput, editor: Editor) => {
    for (const { point } of input.points ?? [input]) {
      rub(editor, placesBetween(last, point, STEP / editor.camera.get().zoom), input.alt)
      last = point
    }
  }
  return {
    name: 'erasing',
    pointerMove: rubTo,
    pointerUp(input, editor) {
      rubTo(input, editor)
      const gone = editor.fading.get()
      editor.fading.set(new Set())
      removeShapes(editor, gone)
      return idle()
    },
    cancel(_, editor) {
      editor.fading.set(new Set())
      return idle()
    },
  }
}

/** Makes what lies at these places fade, or with `restore` come back. */
function rub(editor: Editor, places: readonly Vec[], restore: boolean): void {
  const before = editor.fading.get()
  const met = new Set<ShapeId>()
  for (const place of places) for (const id of erasedAt(editor, place)) met.add(id)
  const changed = [...met].filter((id) => before.has(id) === restore)
  if (changed.length === 0) return
  const after = new Set(before)
  for (const id of changed) {
    if (restore) after.delete(id)
    else after.add(id)
  }
  editor.fading.set(after)
}

/** Places on the way from `from` to `to`, no further than `step` apart, without `from` itself. Page units. */
function placesBetween(from: Vec, to: Vec, step: number): readonly Vec[] {
  const count = Math.max(1, Math.ceil(distance(from, to) / step))
  return Array.from({ length: count }, (_, index): Vec => {
    const share = (index + 1) / count
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  })
}
