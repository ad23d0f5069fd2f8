import { z } from 'zod'

/** What is shown around and over the board, and how moving behaves. The view's own: neither saved nor synced. */
export const viewOptions = z.object({
  /** Dots at GRID page units, which moving and resizing keep to. */
  grid: z.boolean(),
  rulers: z.boolean(),
  minimap: z.boolean(),
  /** The panel with the style of what is selected. */
  style: z.boolean(),
  /** Moving and resizing keep to the edges and middles of what lies near. */
  snapping: z.boolean(),
  /** Notes say who wrote them. */
  authors: z.boolean(),
  /** The board as a list that can be read and worked with by keyboard alone. */
  outline: z.boolean(),
})
export type ViewOptions = z.infer<typeof viewOptions>
export type ViewOption = keyof ViewOptions

export const FIRST_VIEW: ViewOptions = {
  grid: false,
  rulers: false,
  minimap: true,
  style: true,
  snapping: true,
  authors: false,
  outline: false,
}

/** Distance between the points of the grid, page units. */
export const GRID = 20
