import { sectionsAround } from '../../../shared/model/sections.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import { selectedShapes, type Editor } from '../editor.ts'

/** What is locked stays where it is: it can be looked at and unlocked, and nothing else. */
export const lockSelection = (editor: Editor): void => setLocked(editor, selectedShapes(editor), true)

/** Unlocks the selection, and the sections that lock it. */
export function unlockSelection(editor: Editor): void {
  const { get } = editor.workshop.shapes
  const shapes = selectedShapes(editor)
  setLocked(editor, [...new Set(shapes.flatMap((one) => [one, ...sectionsAround(one, get)]))], undefined)
}

/** Unlocks everything on the board, and selects it. */
export function unlockAll(editor: Editor): void {
  const locked = lockedShapes(editor)
  setLocked(editor, locked, undefined)
  if (!editor.fixed && locked.length > 0) editor.selection.set(new Set(locked.map(({ id }) => id)))
}

/** Bottom to top. */
export const lockedShapes = ({ workshop, board }: Editor): readonly Shape[] =>
  workshop.shapes.all(board.get()).filter(({ locked }) => locked)

function setLocked({ workshop, fixed }: Editor, shapes: readonly Shape[], locked: true | undefined): void {
  const others = shapes.filter((shape) => shape.locked !== locked)
  if (fixed || others.length === 0) return
  workshop.change((change) => {
    for (const { id } of others) change.update(id, { locked })
  })
}
