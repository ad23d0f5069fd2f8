import type { CDPSession } from 'playwright'
import type { Vec } from '../../../shared/geometry/vec.ts'

/** How long every gesture takes, in ms. */
export const GESTURE_MS = 3000
/** Events a second, as a display's pace has them. */
const RATE = 60
/** Every how many events panning and dragging turn back. */
const TURN = 40
/** How far one event pans or drags, in screen units along each axis. */
const STEP = 24

/** The middle of the viewport, where everything is done. Screen units. */
export const MIDDLE = { x: 800, y: 500 } as const

type Gesture = (page: CDPSession) => Promise<void>

const CTRL = 2

/** Calls at a display's pace, whether or not the page keeps up; resolves when the last event was taken. */
async function paced(duration: number, send: (index: number) => Promise<unknown>): Promise<void> {
  const sent: Promise<unknown>[] = []
  const start = performance.now()
  const count = Math.round((duration / 1000) * RATE)
  for (let index = 0; index < count; index++) {
    const due = start + (index * 1000) / RATE
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    sent.push(send(index))
  }
  await Promise.all(sent)
}

/** 1 or -1: half a stretch out first, so that the middle stays the middle. */
const wayOf = (index: number): number => (Math.floor((index + TURN / 2) / TURN) % 2 === 0 ? 1 : -1)

const wheel = (page: CDPSession, deltaX: number, deltaY: number, modifiers = 0): Promise<unknown> =>
  page.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...MIDDLE, deltaX, deltaY, modifiers })

/** The wheel turns, back and forth along both axes. */
export const pan: Gesture = (page) =>
  paced(GESTURE_MS, (index) => wheel(page, wayOf(index) * STEP, wayOf(index) * STEP))

/** Ctrl and the wheel: from 10 % to 100 % and back. */
export const zoom: Gesture = (page) => {
  const half = ((GESTURE_MS / 1000) * RATE) / 2
  const units = (Math.log(10) / half) * 100
  return paced(GESTURE_MS, (index) => wheel(page, 0, index < half ? -units : units, CTRL))
}

/** From 100 % to 10 % about the middle, in steps that no page takes for a notch of a mouse. */
export async function zoomTo10(page: CDPSession): Promise<void> {
  for (let step = 0; step < 10; step++) await wheel(page, 0, Math.log(10) * 10, CTRL)
}

type MouseEventType = 'mousePressed' | 'mouseMoved' | 'mouseReleased'

const mouse = (page: CDPSession, event: MouseEventType, [x, y]: Vec, clickCount = 1): Promise<unknown> => {
  const buttons = event === 'mouseReleased' ? 0 : 1
  return page.send('Input.dispatchMouseEvent', { type: event, x, y, button: 'left', buttons, clickCount })
}

/** The button down at a screen point, and the mouse in circles from there. The button stays down. */
export async function drag(page: CDPSession, from: Vec): Promise<void> {
  await mouse(page, 'mousePressed', from)
  await paced(GESTURE_MS, (index) => {
    const angle = (index / RATE) * 2 * Math.PI
    return mouse(page, 'mouseMoved', [from[0] + 120 * Math.sin(angle), from[1] + 120 * (1 - Math.cos(angle))])
  })
}

/** The button up, near where the circles end. */
export const drop = async (page: CDPSession, from: Vec): Promise<void> =>
  void (await mouse(page, 'mouseReleased', [from[0] + 40, from[1] + 20]))

export async function doubleClick(page: CDPSession, at: Vec): Promise<void> {
  for (const count of [1, 2]) {
    await mouse(page, 'mousePressed', at, count)
    await mouse(page, 'mouseReleased', at, count)
  }
}

const TYPED = 'the guest said that the key was not there '

/** Twenty letters a second, faster than anybody types. */
export const type: Gesture = (page) =>
  paced(GESTURE_MS, async (index) => {
    if (index % 3 !== 0) return
    const text = TYPED[(index / 3) % TYPED.length] ?? ' '
    await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text })
    await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text })
  })

/** Ctrl+A. */
export async function selectAll(page: CDPSession): Promise<void> {
  const key = { key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65, modifiers: CTRL }
  await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}
