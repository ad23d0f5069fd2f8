import { center } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { toScreen } from '../../editor/camera.ts'
import type { Editor } from '../../editor/editor.ts'

/** The menu key and Shift+F10 open the board's menu at what is selected, not where the system would put it. */
export function listenToMenuKey(area: HTMLElement, editor: Editor): Dispose {
  const stop = new AbortController()
  const options = { signal: stop.signal, capture: true }
  let byKey = false

  function onKeyDown({ key, shiftKey }: KeyboardEvent): void {
    byKey = key === 'ContextMenu' || (shiftKey && key === 'F10')
  }
  function onMenu(event: MouseEvent): void {
    if (!byKey || !(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-canvas')) return
    byKey = false
    event.preventDefault()
    event.stopPropagation()
    const { left, top } = event.target.getBoundingClientRect()
    const [x, y] = placeOf(editor)
    const place = { clientX: left + x, clientY: top + y }
    event.target.dispatchEvent(new MouseEvent('contextmenu', { ...place, bubbles: true, cancelable: true }))
  }
  area.addEventListener('keydown', onKeyDown, options)
  area.addEventListener('pointerdown', () => (byKey = false), options)
  area.addEventListener('contextmenu', onMenu, options)
  return () => stop.abort()
}

/** The middle of the selection as far as it is seen, else the middle of the view. Screen units. */
function placeOf({ selected, camera, viewport }: Editor): Vec {
  const { w, h } = viewport.get()
  const { bounds } = selected.get()
  if (!bounds) return [w / 2, h / 2]
  const [x, y] = toScreen(camera.get(), center(bounds))
  return [Math.min(Math.max(0, x), w), Math.min(Math.max(0, y), h)]
}
