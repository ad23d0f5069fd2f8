import { toScreen } from '../../editor/camera.ts'
import type { Editor } from '../../editor/editor.ts'
import { ROTATE_DISTANCE } from '../../editor/resizing.ts'

/** Space between the selection and the bar, and between the bar and the window's edge; screen units. */
const GAP = 14
const EDGE = 12
/** For the handle that turns the selection. */
const ROTATE_ROOM = ROTATE_DISTANCE - 4
/** A panel that takes this share of the window's width is not made room for. */
const MOST_OF_WINDOW = 0.7
/** Below the bar at the top of the window. */
const TOP_EDGE = 68

/** Above the selection, below it where there is no room, always within the window and beside the style panel. */
export function placeSelectionBar(bar: HTMLElement, editor: Editor): void {
  const { bounds: box, canRotate } = editor.selected.get()
  if (!box) return
  const gap = canRotate ? GAP + ROTATE_ROOM : GAP
  const camera = editor.camera.get()
  const viewport = editor.viewport.get()
  const [left, top] = toScreen(camera, [box.x, box.y])
  const { offsetWidth: w, offsetHeight: h } = bar
  const above = top - h - gap
  const below = top + box.h * camera.zoom + GAP
  const wanted = above >= TOP_EDGE ? above : Math.min(below, viewport.h - h - TOP_EDGE)
  const y = within(wanted, TOP_EDGE, viewport.h - h - TOP_EDGE)
  const { from, to } = freeAcross(bar, y, h, viewport.w)
  const x = within(left + (box.w * camera.zoom) / 2 - w / 2, from, to - w)
  bar.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
}

const within = (value: number, least: number, most: number): number =>
  Math.min(Math.max(least, value), Math.max(least, most))

/** Where the panels at either side are not, at this height. */
function freeAcross(bar: HTMLElement, y: number, h: number, width: number): { from: number; to: number } {
  const free = { from: EDGE, to: width - EDGE }
  for (const panel of bar.ownerDocument.querySelectorAll('[data-style-panel], [data-side-panel]')) {
    const { left, right, top, bottom } = panel.getBoundingClientRect()
    // One as wide as the window leaves nothing beside it.
    if (y > bottom + EDGE || y + h < top - EDGE || right - left > width * MOST_OF_WINDOW) continue
    if (left < width / 2) free.from = Math.max(free.from, right + EDGE)
    else free.to = Math.min(free.to, left - EDGE)
  }
  return free
}
