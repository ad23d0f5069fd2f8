import type { Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'

/** Text style of one run. `family` is a CSS font-family list; `size` is in page units. */
export interface Font {
  readonly family: string
  readonly size: number
  readonly weight: number
}

export type Direction = 'ltr' | 'rtl'

/** What a picture of a board is made of. Data, so it can be painted, written as SVG, or tested. Page units. */
export type DrawOp =
  | { readonly op: 'rect'; readonly box: Box; readonly radius: number; readonly fill: string }
  | {
      readonly op: 'text'
      /** Horizontal middle and baseline of the line. */
      readonly at: Vec
      readonly line: string
      readonly font: Font
      readonly fill: string
      readonly direction: Direction
    }

/** Width of a piece of text in page units. The screen, the exporters and the tests each bring their own. */
export type Measure = (text: string, font: Font) => number
