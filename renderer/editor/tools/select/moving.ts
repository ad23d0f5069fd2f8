import { sub, type Vec } from '../../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import type { Shape } from '../../../../shared/model/shape.ts'
import { carriedBy } from '../../carried.ts'
import { duplicateBy } from '../../commands/duplicate.ts'
import { moveShapes } from '../../commands/moveShapes.ts'
import { shapesInOrder, type Editor } from '../../editor.ts'
import { following, movingParts } from '../../following.ts'
import { dropSpots, type DropSpot } from '../../journey/cellsOnBoard.ts'
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
  const notes = droppable(editor, ids)
  /** Over a map, notes are not lined up with what lies around: they settle in cells. */
  function aim(input: PointerInput): Snap & { readonly drops: readonly DropSpot[] } {
    const free = along(input, down.point)
    const drops = dropSpots(
      editor,
      notes.map((note) => movedShape(note, free)),
      input.alt ? new Set() : ids,
    )
    return drops.length > 0 ? { by: free, guides: [], drops } : { ...target(input), drops }
  }

  const end = (): ToolState => {
    editor.preview.set(null)
    editor.guides.set([])
    editor.drops.set([])
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
      const { by, guides, drops } = aim(input)
      editor.cursor.set(input.alt ? 'copy' : 'move')
      editor.guides.set(guides)
      if (drops.length > 0 || editor.drops.get().length > 0) editor.drops.set(drops)
      show(by, input.alt)
    },
    pointerUp(input) {
      const { by } = aim(input)
      const next = end()
      if (input.alt) duplicateBy(editor, by)
      else moveShapes(editor, ids, by)
      return next
    },
    cancel: end,
  }
}

/** More notes than this settle, too, but the cells they would settle in are not shown: it would be a muddle. */
const MOST_DROPS = 50

/** The notes among what is dragged that may settle in cells: not those that lie in something dragged. */
function droppable({ workshop }: Editor, ids: ReadonlySet<ShapeId>): readonly Shape[] {
  if (ids.size > 10 * MOST_DROPS) return []
  const notes = [...ids].flatMap((id) => {
    const shape = workshop.shapes.get(id)
    const view = shape && workshop.shapes.placement.viewOf(shape)
    const holder = view ?? shape?.section
    return shape?.kind === 'note' && !(holder !== undefined && ids.has(holder)) ? [shape] : []
  })
  return notes.slice(0, MOST_DROPS)
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
