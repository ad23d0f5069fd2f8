import { sub, type Vec } from '../../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import { carriedBy } from '../../carried.ts'
import { duplicateBy } from '../../commands/duplicate.ts'
import { moveShapes } from '../../commands/moveShapes.ts'
import { shapesInOrder, type Editor } from '../../editor.ts'
import { following, movingParts } from '../../following.ts'
import { movedConnector, movedShape } from '../../preview.ts'
import { boundsOfFrame, selectionFrame } from '../../resizing.ts'
import type { Snap } from '../../snapping.ts'
import type { PointerInput, ToolState } from '../../tool.ts'
import { createSnapper } from './snapper.ts'

/**
 * The selection follows the pointer, lined up with what lies around it. With Alt, copies of it do, and it stays where it
 * was; whether it is the one or the other is decided when the button goes up.
 */
export function moving(editor: Editor, down: PointerInput, idle: () => ToolState): ToolState {
  const ids = carriedBy(editor, editor.selection.get())
  const { whole, loose } = movingParts(editor, ids)
  const target = targetOf(editor, ids, down.point)

  const end = (): ToolState => {
    editor.preview.set(null)
    editor.guides.set([])
    editor.cursor.set('default')
    return idle()
  }
  function show(by: Vec, copy: boolean): void {
    const { workshop } = editor
    const after = (id: ShapeId) => {
      const shape = ids.has(id) ? workshop.shapes.get(id) : undefined
      return shape && movedShape(shape, by)
    }
    if (copy) return editor.preview.set({ kind: 'move', ids, by, copy: true })
    const connectors = loose.map((one) => (ids.has(one.id) ? movedConnector(one, by) : one))
    editor.preview.set({ kind: 'move', ids: whole, by, follow: following(editor, connectors, after) })
  }
  return {
    name: 'moving',
    pointerMove(input) {
      const { by, guides } = target(input)
      editor.cursor.set(input.alt ? 'copy' : 'move')
      editor.guides.set(guides)
      show(by, input.alt)
    },
    pointerUp(input) {
      const { by } = target(input)
      const next = end()
      if (input.alt) duplicateBy(editor, by)
      else moveShapes(editor, ids, by)
      return next
    },
    cancel: end,
  }
}

/** Where the pointer means the shapes to be. Only the box around them is looked at, however many they are. */
function targetOf(editor: Editor, ids: ReadonlySet<ShapeId>, from: Vec): (input: PointerInput) => Snap {
  const frame = selectionFrame(shapesInOrder(editor, ids))
  const box = frame && boundsOfFrame(frame)
  const ofShapes = createSnapper(editor, ids)
  // A copy can be lined up with its original.
  const ofCopies = createSnapper(editor, new Set())
  return (input) => {
    const [dx, dy] = along(input, from)
    if (!box) return { by: [dx, dy], guides: [] }
    const free = { x: !input.shift || dx !== 0, y: !input.shift || dy !== 0 }
    const there = { ...box, x: box.x + dx, y: box.y + dy }
    const { by, guides } = (input.alt ? ofCopies : ofShapes).move(there, input, free)
    return { by: [dx + by[0], dy + by[1]], guides }
  }
}

/** With Shift, along one axis only. */
function along(input: PointerInput, from: Vec): Vec {
  const [dx, dy] = sub(input.point, from)
  if (!input.shift) return [dx, dy]
  return Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy]
}
