import type { Vec } from '../../shared/geometry/vec.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { pan, type Camera } from '../editor/camera.ts'
import type { Surface } from './surface.ts'

/** Drags the view with any tool: with the middle button, or while Space is held. Owns the canvas's cursor. */
export interface ViewDragging {
  /** Takes the pointer if it means to drag the view. */
  begin(event: PointerEvent): boolean
  isActive(): boolean
  /** Is Space held? */
  isReady(): boolean
  move(to: Vec): void
  end(): void
  readonly dispose: Dispose
}

export function createViewDragging({ element, editor, screenOf }: Surface): ViewDragging {
  const stop = new AbortController()
  const options = { signal: stop.signal }
  let space = false
  let drag: { readonly from: Camera; readonly at: Vec } | undefined

  function showCursor(): void {
    element.style.cursor = drag ? 'grabbing' : space ? 'grab' : editor.cursor.get()
  }
  function holdSpace(event: KeyboardEvent): void {
    if (event.code !== 'Space' || event.target !== element) return
    event.preventDefault()
    space = true
    showCursor()
  }
  function releaseSpace(): void {
    if (!space) return
    space = false
    showCursor()
  }
  element.addEventListener('keydown', holdSpace, options)
  window.addEventListener('keyup', (event) => event.code === 'Space' && releaseSpace(), options)
  window.addEventListener('blur', releaseSpace, options)
  const stopCursor = editor.cursor.subscribe(showCursor)

  return {
    begin(event) {
      if (event.button !== 1 && !(event.button === 0 && space)) return false
      event.preventDefault()
      drag = { from: editor.camera.get(), at: screenOf(event) }
      showCursor()
      return true
    },
    isActive: () => drag !== undefined,
    isReady: () => space,
    move([x, y]) {
      if (drag) editor.camera.set(pan(drag.from, [drag.at[0] - x, drag.at[1] - y]))
    },
    end() {
      drag = undefined
      showCursor()
    },
    dispose() {
      stop.abort()
      stopCursor()
    },
  }
}
