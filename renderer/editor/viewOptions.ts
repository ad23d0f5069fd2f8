import { z } from 'zod'
import type { PanelId } from '../../shared/actions/actionTable.ts'

/** Least and most width of panels at the side, CSS pixels. */
export const PANEL_WIDTHS = { least: 320, most: 720 } as const

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
  /** Where others' pointers are. */
  cursors: z.boolean(),
  /** Others see where this pointer is. */
  ownCursor: z.boolean(),
  /** The panel at the side. It is there instead of the outline. */
  panel: z
    .custom<PanelId>((value) => typeof value === 'string')
    .nullable()
    .default(null),
  /** How wide panels at the side are, CSS pixels. */
  panelWidth: z.number().min(PANEL_WIDTHS.least).max(PANEL_WIDTHS.most).catch(420).default(420),
})
export type ViewOptions = z.infer<typeof viewOptions>
/** What is either on or off. */
export type ViewOption = Exclude<keyof ViewOptions, 'panel' | 'panelWidth'>

export const FIRST_VIEW: ViewOptions = {
  grid: false,
  rulers: false,
  minimap: true,
  style: true,
  snapping: true,
  authors: false,
  outline: false,
  cursors: true,
  ownCursor: true,
  panel: null,
  panelWidth: 420,
}

/** Distance between the points of the grid, page units. */
export const GRID = 20
