import type { ShapeId } from '../../shared/model/ids.ts'
import { setNoteText } from './commands/setNoteText.ts'
import type { Editor } from './editor.ts'

/** Text being typed into one note. Edits reach the document as they happen; undo takes them back by bursts. */
export interface Typing {
  /** The whole text after an input event. */
  type(text: string): void
  end(): void
}

/** A pause this long ends an undo step, in ms. */
const PAUSE_MS = 1500

export function beginTyping(
  editor: Editor,
  id: ShapeId,
  now: () => number = () => performance.now(),
): Typing {
  const { history } = editor.workshop
  let last = -Infinity
  return {
    type(text) {
      if (now() - last > PAUSE_MS) history.beginStep()
      last = now()
      setNoteText(editor, id, text)
    },
    end: () => history.endStep(),
  }
}
