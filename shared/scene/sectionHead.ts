import { contains, center, type Box } from '../geometry/box.ts'
import { rotate } from '../geometry/rotate.ts'
import type { Vec } from '../geometry/vec.ts'
import { frameOf, SECTION_HEAD, type Section } from '../model/shape.ts'

/** Side of the square at the end of a section's title that folds and unfolds it, in page units. */
const BUTTON = 32
/** Between the button and the section's edge, and between it and what comes before it. */
const GAP = 8
/** Room for the number of what is hidden, in page units. */
export const COUNT_WIDTH = 44

/** The fold button of a section that is not turned. Page units. */
export function foldButton(section: Section): Box {
  const { x, y, w } = frameOf(section)
  return { x: x + w - BUTTON - GAP, y: y + (SECTION_HEAD - BUTTON) / 2, w: BUTTON, h: BUTTON }
}

/** Is a page point on the fold button, however the section is turned? */
export const isOnFoldButton = (section: Section, point: Vec): boolean =>
  contains(foldButton(section), rotate(point, center(frameOf(section)), -section.geometry[4]))

/** How much of the width of a section is left for its title, in page units. */
export const titleWidth = (section: Section): number =>
  Math.max(40, section.geometry[2] - BUTTON - 2 * GAP - (section.collapsed ? COUNT_WIDTH + GAP : 0))
