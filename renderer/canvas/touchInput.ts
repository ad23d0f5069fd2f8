import type { Vec } from '../../shared/geometry/vec.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { pan, zoomAbout } from '../editor/camera.ts'
import type { PointerInput } from '../editor/tool.ts'
import type { Drag } from './drag.ts'
import { fingerMeaning } from './fingerMeaning.ts'
import { isPalm, type PenTrace } from './palm.ts'
import type { Surface } from './surface.ts'
import { holdsUntil, NO_TOUCH, recognise, type TouchAct, type TouchInput } from './touchGestures.ts'

/** Fingers on the board. */
export interface TouchListener {
  /** A pen has done something: fingers that are down belong to the hand that holds it. */
  penSeen(trace: PenTrace): void
  readonly dispose: Dispose
}

export function listenToTouch(surface: Surface, drag: Drag): TouchListener {
  const { element, editor } = surface
  const stop = new AbortController()
  const options = { signal: stop.signal }
  let state = NO_TOUCH
  let pen: PenTrace | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function feed(input: TouchInput, event?: PointerEvent): void {
    const recognised = recognise(state, input)
    state = recognised.state
    for (const act of recognised.acts) perform(act, event)
    clearTimeout(timer)
    const until = holdsUntil(state)
    if (until !== undefined)
      timer = setTimeout(() => feed({ type: 'time', time: until }), until - performance.now())
  }
  function perform(act: TouchAct, event: PointerEvent | undefined): void {
    switch (act.act) {
      case 'press':
        element.focus({ preventScroll: true })
        return drag.press(inputAt('pointerDown', act.at, event))
      case 'drag':
        return drag.move(inputAt('pointerMove', act.at, event))
      case 'release':
        return drag.release(inputAt('pointerUp', act.at, event))
      case 'doubleTap':
        return editor.dispatch(inputAt('doubleClick', act.at, event))
      case 'cancel':
        return drag.cancel()
      case 'menu':
        return openMenu(element, act.at)
      case 'view': {
        const moved = pan(editor.camera.get(), [-act.by[0], -act.by[1]])
        return editor.camera.set(zoomAbout(moved, act.about, moved.zoom * act.scale))
      }
    }
  }
  /** An event says more than where: keys held down, and every point since the last one. */
  function inputAt(type: PointerInput['type'], screen: Vec, event = pointerAt(screen)): PointerInput {
    const [x, y] = surface.screenOf(event)
    return x === screen[0] && y === screen[1]
      ? surface.inputOf(type, event)
      : surface.inputOf(type, pointerAt(screen, event))
  }
  function pointerAt([x, y]: Vec, keys: PointerEventInit = {}): PointerEvent {
    const { left, top } = element.getBoundingClientRect()
    const { shiftKey = false, ctrlKey = false, altKey = false, metaKey = false, buttons = 1 } = keys
    const held = { shiftKey, ctrlKey, altKey, metaKey, buttons }
    return new PointerEvent('pointermove', {
      ...held,
      clientX: x + left,
      clientY: y + top,
      pointerType: 'touch',
    })
  }

  function onDown(event: PointerEvent): void {
    if (event.pointerType !== 'touch' || !surface.isOnBoard(event)) return
    if (isPalm(Math.max(event.width, event.height), event.timeStamp, pen)) return
    element.setPointerCapture(event.pointerId)
    const input = surface.inputOf('pointerDown', event)
    const { timeStamp: time, pointerId: id } = event
    feed({ type: 'down', id, at: input.screen, time, meaning: fingerMeaning(editor, input) }, event)
  }
  function onMoveOrUp(event: PointerEvent): void {
    if (event.pointerType !== 'touch') return
    const type = event.type === 'pointerup' ? 'up' : 'move'
    feed({ type, id: event.pointerId, at: surface.screenOf(event), time: event.timeStamp }, event)
  }
  function onLost(event: PointerEvent): void {
    if (event.pointerType === 'touch') feed({ type: 'lost', id: event.pointerId })
  }
  element.addEventListener('pointerdown', onDown, options)
  element.addEventListener('pointermove', onMoveOrUp, options)
  element.addEventListener('pointerup', onMoveOrUp, options)
  element.addEventListener('pointercancel', onLost, options)
  element.addEventListener('lostpointercapture', onLost, options)
  leaveNothingToTheBrowser(surface, options)

  return {
    penSeen(trace) {
      pen = trace
      if (trace.down) feed({ type: 'forget' })
    },
    dispose() {
      clearTimeout(timer)
      stop.abort()
    },
  }
}

/** No clicks made of taps, no long press of its own; nor of the context menu's area around the board. */
function leaveNothingToTheBrowser({ element, isOnBoard }: Surface, options: { signal: AbortSignal }): void {
  function swallow(event: TouchEvent): void {
    if (!isOnBoard(event)) return
    event.stopPropagation()
    event.preventDefault()
  }
  element.addEventListener('touchstart', swallow, { ...options, passive: false })
}

/** As the right button does: whoever has a menu for the board listens for this event. */
function openMenu(element: HTMLElement, [x, y]: Vec): void {
  const { left, top } = element.getBoundingClientRect()
  const place = { clientX: x + left, clientY: y + top, button: 2 }
  element.dispatchEvent(new MouseEvent('contextmenu', { ...place, bubbles: true, cancelable: true }))
}
