import type { Dispose } from '../../shared/util/store.ts'
import { removeIfEmpty } from './commands/createText.ts'
import type { Editor } from './editor.ts'

/** Nothing is left behind of a text that nothing was typed into. */
export function leaveTexts(editor: Editor): Dispose {
  let open = editor.editing.get()
  return editor.editing.subscribe(() => {
    const left = open
    open = editor.editing.get()
    if (left !== null && left !== open) removeIfEmpty(editor, left)
  })
}
