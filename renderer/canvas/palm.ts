/** What is known of the pen, once there has been one. */
export interface PenTrace {
  readonly down: boolean
  /** When it was last seen, in ms; hovering counts. */
  readonly last: number
}

/** A hand that still rests on the screen after the pen was lifted does not mean anything, in ms. */
const REST = 500
/** A fingertip covers less than this, in screen units; the ball of a hand more. */
const LARGEST_FINGERTIP = 60

/** Is this touch the hand that holds the pen? Without a pen nothing is: a screen may measure fingers badly. */
export const isPalm = (size: number, time: number, pen: PenTrace | undefined): boolean =>
  pen !== undefined && (pen.down || time - pen.last < REST || size > LARGEST_FINGERTIP)
