import type { Box } from '../../../shared/geometry/box.ts'
import type { Editor } from '../editor.ts'
import type { LaidOutMap } from './cellsOnBoard.ts'

/** The maps of the board that is shown that touch a box, page units. */
export const mapsOn = (
  { workshop, board }: Pick<Editor, 'workshop' | 'board'>,
  within: Box,
): readonly LaidOutMap[] =>
  workshop.shapes
    .within(board.get(), within)
    .filter((shape): shape is LaidOutMap => shape.kind === 'map' && shape.layout !== undefined)
