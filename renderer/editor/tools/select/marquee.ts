import { boxBetween, intersects, within, type Box } from '../../../../shared/geometry/box.ts'
import { distance } from '../../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import { boundsOf, type Shape } from '../../../../shared/model/shape.ts'
import type { Editor } from '../../editor.ts'
import { dragThreshold } from '../../pointerReach.ts'
import type { PointerInput, ToolState } from '../../tool.ts'
import { touches } from '../../touches.ts'
import { idsOf, isCatchable, unitAround } from '../../units.ts'

/**
 * The rubber band, from where the button went down: what it touches becomes selected, with Alt what lies within it as a
 * whole. `before` stays selected.
 */
export function marquee(down: PointerInput, before: ReadonlySet<ShapeId>, idle: () => ToolState): ToolState {
  const end = (editor: Editor): ToolState => {
    editor.marquee.set(null)
    return idle()
  }
  return {
    name: 'marquee',
    pointerMove(input, editor) {
      if (distance(input.screen, down.screen) < dragThreshold(down.pointer) && !editor.marquee.get()) return
      const band = boxBetween(down.point, input.point)
      editor.marquee.set(band)
      const found = new Set([...before, ...caught(editor, band, input.alt)])
      if (!sameSets(found, editor.selection.get())) editor.selection.set(found)
    },
    pointerUp: (_, editor) => end(editor),
    cancel(_, editor) {
      editor.selection.set(before)
      return end(editor)
    },
  }
}

/** What a band (page units) catches: groups as a whole. Cost follows what is found. */
function caught(editor: Editor, band: Box, whole: boolean): Set<ShapeId> {
  const found = new Set<ShapeId>()
  for (const shape of editor.workshop.shapes.within(editor.board.get(), band)) {
    if (found.has(shape.id) || !isCatchable(editor, shape)) continue
    const unit = shape.groups ? unitAround(editor, shape) : [shape]
    if (whole ? unit.every((one) => within(boundsOf(one), band)) : isCaught(shape, band))
      for (const id of idsOf(unit)) found.add(id)
  }
  return found
}

/** A band usually begins on the ground of a section, a map or a storyboard: that does not mean these. */
function isCaught(shape: Shape, band: Box): boolean {
  const bounds = boundsOf(shape)
  if (within(bounds, band)) return true
  return !GROUNDS.has(shape.kind) && intersects(bounds, band) && touches(shape, band)
}

const GROUNDS: ReadonlySet<Shape['kind']> = new Set(['section', 'map', 'storyboard'])

const sameSets = (a: ReadonlySet<ShapeId>, b: ReadonlySet<ShapeId>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id))
