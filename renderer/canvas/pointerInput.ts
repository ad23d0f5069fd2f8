import type { Dispose } from '../../shared/util/store.ts'
import { selectUnder } from '../editor/commands/selectShape.ts'
import type { Editor } from '../editor/editor.ts'
import { createDrag, type Drag } from './drag.ts'
import { createPenEraser } from './penEraser.ts'
import { createSurface, type Surface } from './surface.ts'
import { listenToTouch } from './touchInput.ts'
import { createViewDragging, type ViewDragging } from './viewDragging.ts'
import { listenToWheel } from './wheelInput.ts'

/**
 * Turns mouse, pen and touch on `element` into the editor's input. Space or the middle button drag the view whatever
 * the tool; the wheel pans and, with Ctrl or by pinch, zooms about the pointer. Fingers: see touchGestures.
 */
export function listenToPointer(element: HTMLElement, editor: Editor): Dispose {
  const surface = createSurface(element, editor)
  const drag = createDrag(editor)
  const view = createViewDragging(surface)
  const touch = listenToTouch(surface, drag)
  const stops = [
    listenToMouse(surface, drag, view, (event) => {
      touch.penSeen({ down: event.buttons !== 0, last: event.timeStamp })
      if (editor.fingers.get() === 'untilPen') editor.fingers.set('view')
    }),
    listenToHover(surface),
    listenToMenus(surface),
    listenToWheel(surface, drag.viewMoved),
    touch.dispose,
    view.dispose,
  ]
  return () => stops.forEach((stop) => stop())
}

/** One pointer at a time, mouse or pen, from going down to going up. */
function listenToMouse(
  surface: Surface,
  drag: Drag,
  view: ViewDragging,
  onPen: (event: PointerEvent) => void,
): Dispose {
  const { element, editor } = surface
  const stop = new AbortController()
  const options = { signal: stop.signal }
  const eraser = createPenEraser(editor)
  let pressed: number | undefined

  function onDown(event: PointerEvent): void {
    if (event.pointerType === 'pen') onPen(event)
    if (event.pointerType === 'touch' || pressed !== undefined || !surface.isOnBoard(event)) return
    element.focus({ preventScroll: true })
    if (!view.begin(event)) {
      if (!eraser.take(event) && event.button !== 0) return
      drag.press(surface.inputOf('pointerDown', event))
    }
    pressed = event.pointerId
    element.setPointerCapture(event.pointerId)
  }
  function onMove(event: PointerEvent): void {
    if (event.pointerType === 'pen') onPen(event)
    if (event.pointerType === 'touch' || (pressed !== undefined && pressed !== event.pointerId)) return
    if (view.isActive()) view.move(surface.screenOf(event))
    else if (pressed === undefined) editor.dispatch(surface.inputOf('pointerMove', event))
    else drag.move(surface.inputOf('pointerMove', event))
  }
  function onUp(event: PointerEvent): void {
    if (event.pointerType === 'pen') onPen(event)
    // With several buttons down it is over when the last one is up, whichever that is.
    if (pressed !== event.pointerId || event.buttons !== 0) return
    pressed = undefined
    if (view.isActive()) return view.end()
    drag.release(surface.inputOf('pointerUp', event))
    eraser.putBack()
  }
  function onLost(event: PointerEvent): void {
    if (event.pointerType === 'pen') onPen(event)
    if (pressed !== event.pointerId) return
    pressed = undefined
    if (view.isActive()) return view.end()
    drag.cancel()
    eraser.putBack()
  }
  element.addEventListener('pointerdown', onDown, options)
  element.addEventListener('pointermove', onMove, options)
  element.addEventListener('pointerup', onUp, options)
  element.addEventListener('pointercancel', onLost, options)
  element.addEventListener('lostpointercapture', onLost, options)
  element.addEventListener(
    'dblclick',
    (event) => {
      if (surface.isOnBoard(event) && !view.isReady()) editor.dispatch(surface.inputOf('doubleClick', event))
    },
    options,
  )
  return () => stop.abort()
}

/** Where the pointer is, for what follows it: nowhere once it has left, or the finger is up. */
function listenToHover({ element, editor, screenOf }: Surface): Dispose {
  const stop = new AbortController()
  const options = { signal: stop.signal }
  function forget(): void {
    editor.ghost.set(null)
    editor.pointer.set(null)
  }
  element.addEventListener('pointermove', (event) => editor.pointer.set(screenOf(event)), {
    ...options,
    capture: true,
  })
  element.addEventListener('pointerleave', forget, options)
  return () => stop.abort()
}

function listenToMenus({ element, editor, isOnBoard, inputOf }: Surface): Dispose {
  function onMenu(event: MouseEvent): void {
    // The right button means what is under it; the menu key means what is selected.
    if (isOnBoard(event) && event.button === 2) selectUnder(editor, inputOf('pointerDown', event).point)
  }
  element.addEventListener('contextmenu', onMenu)
  return () => element.removeEventListener('contextmenu', onMenu)
}
