import type { Editor } from '../editor.ts'

export function selectAll({ workshop, board, selection }: Editor): void {
  selection.set(new Set(workshop.shapes.all(board.get()).map(({ id }) => id)))
}
