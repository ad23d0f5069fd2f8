import { distance, type Vec } from '../../shared/geometry/vec.ts'
import { pan, toPage } from '../editor/camera.ts'
import { EDGE_DELAY, edgeScrollSpeed, scrollsAtEdges } from '../editor/edgeScroll.ts'
import type { Editor } from '../editor/editor.ts'
import { dragThreshold } from '../editor/pointerReach.ts'
import type { PointerInput } from '../editor/tool.ts'

/** One pointer that is down, from pressing to letting go. */
export interface Drag {
  press(input: PointerInput): void
  move(input: PointerInput): void
  release(input: PointerInput): void
  cancel(): void
  /** The view moved under the pointer: what is dragged stays under it. */
  viewMoved(): void
}

/** Hands a press to the tool and, near the edge of the viewport, moves the view along with what is dragged. */
export function createDrag(editor: Editor): Drag {
  let pressedAt: Vec | undefined
  let last: PointerInput | undefined
  let frame = 0
  let since = 0
  let before = 0

  function stopScrolling(): void {
    cancelAnimationFrame(frame)
    frame = 0
  }
  function end(): void {
    stopScrolling()
    pressedAt = undefined
    last = undefined
  }
  function speed(): Vec {
    if (!last || !pressedAt || !scrollsAtEdges(editor)) return [0, 0]
    if (distance(last.screen, pressedAt) < dragThreshold(last.pointer)) return [0, 0]
    return edgeScrollSpeed(last.screen, editor.viewport.get(), last.pointer)
  }
  function step(now: number): void {
    const [x, y] = speed()
    if (x === 0 && y === 0) return stopScrolling()
    const seconds = Math.min(50, now - before) / 1000
    before = now
    frame = requestAnimationFrame(step)
    if (now - since < EDGE_DELAY) return
    editor.camera.set(pan(editor.camera.get(), [x * seconds, y * seconds]))
    resend()
  }
  function scrollIfAtEdge(): void {
    if (frame !== 0) return
    const [x, y] = speed()
    if (x === 0 && y === 0) return
    since = before = performance.now()
    frame = requestAnimationFrame(step)
  }
  function resend(): void {
    if (!last) return
    const point = toPage(editor.camera.get(), last.screen)
    last = { ...last, type: 'pointerMove', point, points: [{ point, pressure: last.pressure }] }
    editor.dispatch(last)
  }

  return {
    press(input) {
      pressedAt = input.screen
      last = input
      editor.dispatch(input)
    },
    move(input) {
      last = input
      editor.dispatch(input)
      scrollIfAtEdge()
    },
    release(input) {
      end()
      editor.dispatch(input)
    },
    cancel() {
      end()
      editor.dispatch({ type: 'cancel' })
    },
    viewMoved: () => pressedAt && resend(),
  }
}
