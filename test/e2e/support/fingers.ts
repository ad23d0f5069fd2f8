import type { CDPSession, Page } from 'playwright/test'

type At = readonly [x: number, y: number]

/** Real touches and a real pen, as the browser gets them from a screen. */
export interface Fingers {
  /** Puts fingers down, or adds some: all that are down then. */
  down(...at: At[]): Promise<void>
  move(...at: At[]): Promise<void>
  /** Lifts all but these. */
  up(...rest: At[]): Promise<void>
  tap(at: At): Promise<void>
  /** One finger, in steps. */
  drag(from: At, to: At): Promise<void>
  /** Two fingers from one pair of places to another, in steps. */
  pinch(from: readonly [At, At], to: readonly [At, At]): Promise<void>
  /** A pen that draws a line. */
  penDrag(from: At, to: At): Promise<void>
}

const STEPS = 8

export async function fingersOn(page: Page): Promise<Fingers> {
  const session = await page.context().newCDPSession(page)
  const touch = touchWith(session)
  return {
    down: (...at) => touch('touchStart', at),
    move: (...at) => touch('touchMove', at),
    up: (...rest) => touch('touchEnd', rest),
    async tap(at) {
      await touch('touchStart', [at])
      await touch('touchEnd', [])
    },
    async drag(from, to) {
      await touch('touchStart', [from])
      for (const at of between(from, to)) await touch('touchMove', [at])
      await touch('touchEnd', [])
    },
    async pinch(from, to) {
      await touch('touchStart', [from[0]])
      await touch('touchStart', [...from])
      const second = between(from[1], to[1])
      for (const [index, at] of between(from[0], to[0]).entries())
        await touch('touchMove', [at, second[index] ?? at])
      await touch('touchEnd', [])
    },
    async penDrag(from, to) {
      const pen = { button: 'left', pointerType: 'pen', clickCount: 1, force: 0.7 } as const
      const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: At, buttons: number) =>
        session.send('Input.dispatchMouseEvent', { ...pen, type, x, y, buttons })
      await send('mousePressed', from, 1)
      for (const at of between(from, to)) await send('mouseMoved', at, 1)
      await send('mouseReleased', to, 0)
    },
  }
}

const touchWith =
  (session: CDPSession) =>
  async (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly At[]): Promise<void> => {
    await session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id, radiusX: 12, radiusY: 12 })),
    })
  }

const between = (from: At, to: At): At[] =>
  Array.from({ length: STEPS }, (_, index): At => {
    const share = (index + 1) / STEPS
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  })
