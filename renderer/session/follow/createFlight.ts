import type { BoardId } from '../../../shared/model/ids.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { Camera } from '../../editor/camera.ts'
import type { Editor } from '../../editor/editor.ts'
import { cameraTowards } from './cameraFor.ts'

/** Moves the view smoothly to where somebody else wants it. */
export interface Flight {
  /** Sets out for a place, or goes on to another one. On another board the view is there at once. */
  to(board: BoardId, camera: Camera): void
  stop(): void
  /** Begins to notice when the view is taken over; ends with the returned dispose. */
  start(): Dispose
}

/** Longest step that one frame makes, ms: who was away for a while is not thrown about. */
const MOST_STEP_MS = 50

/** `onTakenOver` hears when the view was moved by somebody else than this flight: by this person. */
export function createFlight(
  editor: Pick<Editor, 'board' | 'camera' | 'viewport' | 'showBoard'>,
  onTakenOver: () => void,
): Flight {
  let target: Camera | undefined
  let frame = 0
  let last = 0
  let moving = false

  function set(change: () => void): void {
    moving = true
    change()
    moving = false
  }

  function step(now: number): void {
    frame = 0
    if (!target) return
    const passed = Math.min(MOST_STEP_MS, Math.max(1, now - last))
    last = now
    const next = cameraTowards(editor.camera.get(), target, editor.viewport.get(), passed)
    set(() => editor.camera.set(next))
    if (next === target) target = undefined
    else frame = requestAnimationFrame(step)
  }

  function stop(): void {
    target = undefined
    cancelAnimationFrame(frame)
    frame = 0
  }

  function takenOver(): void {
    if (moving) return
    stop()
    onTakenOver()
  }

  return {
    to(board, camera) {
      const isOther = board !== editor.board.get()
      if (isOther) set(() => editor.showBoard(board))
      if (isOther || matchMedia('(prefers-reduced-motion: reduce)').matches) {
        stop()
        set(() => editor.camera.set(camera))
        return
      }
      target = camera
      if (frame !== 0) return
      last = performance.now()
      frame = requestAnimationFrame(step)
    },
    stop,
    start() {
      const stops = [editor.camera.subscribe(takenOver), editor.board.subscribe(takenOver)]
      return () => {
        stop()
        for (const each of stops) each()
      }
    },
  }
}
