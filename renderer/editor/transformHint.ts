import type { SelectionFrame } from './resizing.ts'

/** What is said beside the pointer while something is resized (page units) or turned (degrees). */
export type TransformHint = (
  | { readonly kind: 'size'; readonly w: number; readonly h: number }
  | { readonly kind: 'angle'; readonly degrees: number }
) & {
  /** Where all of it will be, for when there is too much to draw it on the way. */
  readonly outline?: SelectionFrame
}
