import type { InkColor } from '../../shared/model/color.ts'
import type { InkPoint } from '../../shared/model/inkPoints.ts'
import type { Ink } from '../../shared/model/shape.ts'
import type { StrokeWidth } from '../../shared/model/style.ts'

/** A stroke that is still under the pen: drawn, but not yet in the document. */
export interface LiveStroke {
  readonly tool: Ink['tool']
  readonly color: InkColor
  readonly width: StrokeWidth
  /** Page units. The same array as long as it only gets longer, so that only what is new has to be drawn. */
  readonly points: readonly InkPoint[]
}

/** Share of the way that the line goes after the pointer with each of its points: the rest is the hand's tremor. */
const FOLLOW = 0.7
/** How fast a mouse's line gets thinner with speed. */
const THIN_RATE = 0.275
/** As fast as it counts, in screen units between two points. */
const FAST = 8

/**
 * Makes a smooth line of where a pointer has been, one point at a time. What cannot tell how hard it presses gets
 * thinner the faster it goes; `pressed` says that it can.
 */
export function smoothInk(first: InkPoint, zoom: number, pressed: boolean): (next: InkPoint) => InkPoint {
  let last = first
  return ({ point, pressure }) => {
    const [dx, dy] = [(point[0] - last.point[0]) * FOLLOW, (point[1] - last.point[1]) * FOLLOW]
    const speed = Math.min(1, (Math.hypot(dx, dy) * zoom) / FAST)
    last = {
      point: [last.point[0] + dx, last.point[1] + dy],
      pressure: pressed
        ? last.pressure + (pressure - last.pressure) * FOLLOW
        : last.pressure + (1 - speed - last.pressure) * speed * THIN_RATE,
    }
    return last
  }
}
