import type { Locator, Page } from 'playwright/test'
import { fingersOn } from './fingers.ts'

type At = readonly [x: number, y: number]

/** What mouse and fingers both can do, so that one test tries a tool with either. Places are screen units. */
export interface Hands {
  /** A click or a tap on a button or the like. */
  press(target: Locator): Promise<void>
  tap(at: At): Promise<void>
  doubleTap(at: At): Promise<void>
  /** Draws a line; `held` is done at its end, before the button or the finger is lifted. */
  drag(from: At, to: At, held?: () => Promise<void>): Promise<void>
}

export function mouseOn(page: Page): Hands {
  const { mouse } = page
  return {
    press: (target) => target.click(),
    tap: ([x, y]) => mouse.click(x, y),
    doubleTap: ([x, y]) => mouse.dblclick(x, y),
    async drag(from, to, held) {
      await mouse.move(...from)
      await mouse.down()
      await mouse.move(...to, { steps: 8 })
      await held?.()
      await mouse.up()
    },
  }
}

export async function touchOn(page: Page): Promise<Hands> {
  const fingers = await fingersOn(page)
  return {
    async press(target) {
      await target.waitFor()
      // Whatever opens must have come to rest where it is to be hit.
      await target.click({ trial: true })
      const box = await target.boundingBox()
      if (!box) throw new Error('Expected it to be on the screen')
      await fingers.tap([box.x + box.width / 2, box.y + box.height / 2])
    },
    tap: (at) => fingers.tap(at),
    async doubleTap(at) {
      await fingers.tap(at)
      await fingers.tap(at)
    },
    async drag(from, to, held) {
      await fingers.down(from)
      for (let step = 1; step <= 8; step++)
        await fingers.move([
          from[0] + ((to[0] - from[0]) * step) / 8,
          from[1] + ((to[1] - from[1]) * step) / 8,
        ])
      await held?.()
      await fingers.up()
    },
  }
}
