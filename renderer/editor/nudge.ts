import type { Vec } from '../../shared/geometry/vec.ts'
import { moveShapes } from './commands/moveShapes.ts'
import { stretchSelection } from './commands/stretchSelection.ts'
import type { Editor } from './editor.ts'
import { moveCards, selectedCards } from './journey/moveCards.ts'
import { stepsByPause } from './typing.ts'

/** Key presses closer together than this are one undo step, in ms. */
const PAUSE_MS = 700

/** Moves the selection by page units, one key press at a time; notes in maps go from cell to cell instead. */
export function createNudge(editor: Editor, now: () => number = () => performance.now()): (by: Vec) => void {
  const stepAt = stepsByPause(PAUSE_MS)
  return (by) => {
    const step = stepAt(now())
    const cards = selectedCards(editor)
    moveCards(editor, cards, by, step)
    const inCells = new Set(cards.map(({ id }) => id))
    moveShapes(
      editor,
      [...editor.selection.get()].filter((id) => !inCells.has(id)),
      by,
      step,
    )
  }
}

/** Makes the selection wider or taller by page units, one key press at a time. */
export function createStretch(
  editor: Editor,
  now: () => number = () => performance.now(),
): (by: Vec) => void {
  const stepAt = stepsByPause(PAUSE_MS)
  return (by) => stretchSelection(editor, by, stepAt(now()))
}
