import type { Vec } from '../../shared/geometry/vec.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { pan, zoomAbout, type Camera } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { PointerInput } from '../editor/tool.ts'
import { toPointerInput } from './toPointerInput.ts'

/** How much one unit of the wheel zooms: 1 % each, as trackpads report a pinch. */
const ZOOM_PER_UNIT = 0.01
/** A mouse wheel's notch (about 100 units) would zoom far too much at that rate, so a step is limited. */
const MOST_ZOOM_UNITS = 25
/** Height of a line, for wheels that count lines; in screen units. */
const LINE = 40

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent)

/**
 * Turns mouse, pen and touch on `element` into the editor's input. Space or the middle button drag the view whatever
 * the tool; the wheel pans and, with Ctrl or by pinch, zooms about the pointer.
 */
export function listenToPointer(element: HTMLElement, editor: Editor): Dispose {
  const stop = new AbortController()
  const options = { signal: stop.signal }
  let space = false
  let pressed = false
  let drag: { readonly from: Camera; readonly at: Vec } | undefined

  // Not on what lies over the board, such as the field a note is typed in. A captured pointer hits the element itself.
  const onBoard = ({ target }: Event): boolean => target === element || target instanceof HTMLCanvasElement
  const screenOf = (event: MouseEvent): Vec => {
    const { left, top } = element.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }
  const inputOf = (type: PointerInput['type'], event: MouseEvent): PointerInput => {
    const { left, top } = element.getBoundingClientRect()
    return toPointerInput(type, event, { corner: [left, top], camera: editor.camera.get(), mac: MAC })
  }

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (!onBoard(event)) return
      element.focus({ preventScroll: true })
      if (event.button === 1 || (event.button === 0 && space)) {
        event.preventDefault()
        drag = { from: editor.camera.get(), at: screenOf(event) }
        element.style.cursor = 'grabbing'
      } else if (event.button === 0) {
        pressed = true
        editor.dispatch(inputOf('pointerDown', event))
      } else return
      element.setPointerCapture(event.pointerId)
    },
    options,
  )
  element.addEventListener(
    'pointermove',
    (event) => {
      const [x, y] = screenOf(event)
      editor.pointer.set([x, y])
      if (!drag) return editor.dispatch(inputOf('pointerMove', event))
      editor.camera.set(pan(drag.from, [drag.at[0] - x, drag.at[1] - y]))
    },
    options,
  )
  element.addEventListener(
    'pointerup',
    (event) => {
      if (drag) endDrag()
      // With several buttons down it is over when the last one is up, whichever that is.
      else if (pressed && event.buttons === 0) {
        pressed = false
        editor.dispatch(inputOf('pointerUp', event))
      }
    },
    options,
  )
  element.addEventListener('pointercancel', cancel, options)
  element.addEventListener(
    'pointerleave',
    () => {
      editor.ghost.set(null)
      editor.pointer.set(null)
    },
    options,
  )
  element.addEventListener(
    'contextmenu',
    (event) => {
      // The right button means what is under it; the menu key means what is selected.
      if (onBoard(event) && event.button === 2) selectUnder(editor, inputOf('pointerDown', event).point)
    },
    options,
  )
  element.addEventListener(
    'dblclick',
    (event) => {
      if (onBoard(event) && !space) editor.dispatch(inputOf('doubleClick', event))
    },
    options,
  )
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      editor.camera.set(afterWheel(editor.camera.get(), event, screenOf(event)))
    },
    { ...options, passive: false },
  )

  function cancel(): void {
    if (drag) return endDrag()
    pressed = false
    editor.dispatch({ type: 'cancel' })
  }
  function endDrag(): void {
    drag = undefined
    element.style.cursor = space ? 'grab' : editor.cursor.get()
  }
  function holdSpace(event: KeyboardEvent): void {
    if (event.code !== 'Space' || event.target !== element) return
    event.preventDefault()
    space = event.type === 'keydown'
    if (!drag) element.style.cursor = space ? 'grab' : editor.cursor.get()
  }
  element.addEventListener('keydown', holdSpace, options)
  window.addEventListener('keyup', (event) => space && event.code === 'Space' && releaseSpace(), options)
  window.addEventListener('blur', () => space && releaseSpace(), options)
  function releaseSpace(): void {
    space = false
    if (!drag) element.style.cursor = editor.cursor.get()
  }

  const stopCursor = editor.cursor.subscribe(() => {
    if (!drag && !space) element.style.cursor = editor.cursor.get()
  })
  return () => {
    stop.abort()
    stopCursor()
  }
}

/** The camera after one wheel event at a screen point. */
export function afterWheel(camera: Camera, event: WheelEvent, at: Vec): Camera {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
  const dx = event.deltaX * unit
  const dy = event.deltaY * unit
  if (event.ctrlKey || event.metaKey) {
    const by = Math.min(MOST_ZOOM_UNITS, Math.max(-MOST_ZOOM_UNITS, dy))
    return zoomAbout(camera, at, camera.zoom * Math.exp(-by * ZOOM_PER_UNIT))
  }
  // A mouse has one wheel; with Shift it goes sideways, as everywhere.
  return event.shiftKey && dx === 0 ? pan(camera, [dy, 0]) : pan(camera, [dx, dy])
}

/** What is under a page point becomes selected, unless it already is; the empty board clears the selection. */
function selectUnder(editor: Editor, point: Vec): void {
  const hit = editor.hitTest(point)
  if (!hit) editor.selection.set(new Set())
  else if (!editor.selection.get().has(hit.id)) editor.selection.set(new Set([hit.id]))
}
