import type { Box } from '../../../../shared/geometry/box.ts'
import type { Vec } from '../../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import type { Editor } from '../../editor.ts'
import type { Guide } from '../../guide.ts'
import { createNeighbours } from '../../neighbours.ts'
import type { Handle } from '../../resizing.ts'
import { guidesForSides, snapMove, snapSides, type Snap } from '../../snapping.ts'
import type { PointerInput } from '../../tool.ts'
import { GRID } from '../../viewOptions.ts'

/** How near something must come to be lined up, in screen units. */
const REACH = 6

/** Lines up what is being dragged, as far as the view's settings and the keys held down say so. */
export interface Snapper {
  /** `box` is where it would be; `free` says along which axes it may move on. Page units. */
  move(box: Box, input: PointerInput, free: { readonly x: boolean; readonly y: boolean }): Snap
  /** How far the dragged sides of `box` have to go on. */
  sides(
    box: Box,
    handle: Handle,
    input: PointerInput,
  ): { readonly x: number | undefined; readonly y: number | undefined }
  /** What the dragged sides are lined up with now. */
  guides(box: Box, handle: Handle, input: PointerInput): readonly Guide[]
}

/** `except` are the shapes that are dragged: nothing is lined up with itself. */
export function createSnapper(editor: Editor, except: ReadonlySet<ShapeId>): Snapper {
  const near = createNeighbours(editor, except)
  // Nothing is lined up while Ctrl is held.
  const neighbours = (box: Box, input: PointerInput) =>
    editor.view.get().snapping && !input.mod ? near(box) : []
  const reach = () => REACH / editor.camera.get().zoom
  const grid = (input: PointerInput) => editor.view.get().grid && !input.mod
  return {
    move(box, input, free) {
      const { by, guides } = snapMove(box, neighbours(box, input), reach())
      const onGrid: Vec = grid(input) ? [toGrid(box.x), toGrid(box.y)] : [0, 0]
      return {
        by: [free.x ? by[0] || onGrid[0] : 0, free.y ? by[1] || onGrid[1] : 0],
        guides: guides.filter(({ axis }) => free[axis]),
      }
    },
    sides(box, handle, input) {
      const { x, y } = snapSides(box, handle, neighbours(box, input), reach())
      if (!grid(input)) return { x, y }
      return {
        x: x ?? (handle.x === 0 ? undefined : toGrid(handle.x < 0 ? box.x : box.x + box.w)),
        y: y ?? (handle.y === 0 ? undefined : toGrid(handle.y < 0 ? box.y : box.y + box.h)),
      }
    },
    guides: (box, handle, input) => guidesForSides(box, handle, neighbours(box, input)),
  }
}

/** How far it is to the nearest line of the grid. */
const toGrid = (at: number): number => Math.round(at / GRID) * GRID - at
