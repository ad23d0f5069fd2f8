import type { Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'
import type { SceneWords } from './sceneWords.ts'

/** Text style of one run. `family` is a CSS font-family list; `size` is in page units. */
export interface Font {
  readonly family: string
  readonly size: number
  readonly weight: number
  readonly italic?: true
}

export type Direction = 'ltr' | 'rtl'

/** The board on which a picture is shown. Exports and thumbnails are light. */
export type Theme = 'light' | 'dark'

/** A line drawn along an outline. */
export interface Stroke {
  readonly color: string
  /** Page units. */
  readonly width: number
  /** Lengths of dashes and gaps, page units. */
  readonly dash?: readonly number[]
}

/** What a picture of a board is made of. Data, so it can be painted, written as SVG, or tested. Page units. */
export type DrawOp =
  | {
      readonly op: 'rect'
      readonly box: Box
      readonly radius: number
      readonly fill?: string
      readonly stroke?: Stroke
    }
  | {
      readonly op: 'path'
      /** As in SVG's `d`: absolute coordinates, page units. */
      readonly d: string
      readonly fill?: string
      readonly stroke?: Stroke
      /** 0 to 1; opaque without. */
      readonly opacity?: number
    }
  | {
      readonly op: 'text'
      /** Baseline, and horizontally what `align` says: the middle without. */
      readonly at: Vec
      readonly align?: 'left' | 'center' | 'right'
      readonly line: string
      readonly font: Font
      readonly fill: string
      readonly direction: Direction
      readonly underline?: true
    }
  | {
      readonly op: 'image'
      readonly box: Box
      /** SHA-256 of the picture's bytes, in hex. */
      readonly asset: string
    }
  | {
      /** A part seen from a corner of its own, so that it can be kept while it moves, and left out where it is not seen. */
      readonly op: 'part'
      /** Where its own corner is. */
      readonly at: Vec
      /** What it draws on at most, from its own corner. */
      readonly box: Box
      readonly ops: readonly DrawOp[]
    }
  | {
      /** A part turned about a point, degrees clockwise. */
      readonly op: 'turned'
      readonly about: Vec
      readonly degrees: number
      readonly ops: readonly DrawOp[]
    }

/** Width of a piece of text in page units. The screen, the exporters and the tests each bring their own. */
export type Measure = (text: string, font: Font) => number

/** What drawing needs to know besides the shape. */
export interface Look {
  readonly measure: Measure
  readonly theme: Theme
  /** Notes say who wrote them. */
  readonly authors?: boolean
  /** What the app itself puts into the picture; without, that is left out. */
  readonly words?: SceneWords | undefined
  /** Shows where something can be added or typed: for the screen of somebody who may, not for pictures. */
  readonly places?: boolean
}
