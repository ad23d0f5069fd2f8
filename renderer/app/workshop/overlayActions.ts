import type { Storyboard } from '../../../shared/model/shape.ts'
import { selectedShapes, type Editor } from '../../editor/editor.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

/** Shows figures on the frames of storyboards, or hides them: of the selected ones, or of all on the board. */
export const overlayActions = (editor: Editor): readonly ActionRegistration[] => [
  {
    id: 'storyboard.overlay',
    enabled: () => !editor.fixed && storyboards(editor).length > 0,
    checked: () => isOn(storyboards(editor)),
    run() {
      const boards = storyboards(editor)
      const overlay = isOn(boards) ? undefined : true
      editor.workshop.change((change) => boards.forEach(({ id }) => change.update(id, { overlay })))
    },
  },
]

const isOn = (boards: readonly Storyboard[]): boolean =>
  boards.length > 0 && boards.every(({ overlay }) => overlay)

function storyboards(editor: Editor): readonly Storyboard[] {
  const selected = selectedShapes(editor).filter((shape) => shape.kind === 'storyboard')
  if (selected.length > 0) return selected
  return editor.workshop.shapes
    .all(editor.board.get())
    .filter((shape): shape is Storyboard => shape.kind === 'storyboard')
}
