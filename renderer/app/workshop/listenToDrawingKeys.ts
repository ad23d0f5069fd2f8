import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { chooseBeside, chooseNext, endChoosing } from '../../editor/commands/connectByKeys.ts'
import type { Editor } from '../../editor/editor.ts'

/** Legacy key of a press that an input method takes. */
const PROCESS = 'Process'

/**
 * Keys of the canvas while drawing: letters typed right after a form was drawn go into it, and while choosing what to
 * connect, Tab and the arrows go from one to the next. Those must come before all shortcuts, so this listens on the way
 * down.
 */
export function listenToDrawingKeys(area: HTMLElement, editor: Editor): Dispose {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || isField(event.target)) return
    if (event.ctrlKey || event.metaKey) return
    if (chooses(editor, event)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const fresh = editor.fresh.get()
    if (fresh === null || !(event.key === PROCESS || (event.key.length === 1 && event.key !== ' '))) return
    // The field has the focus before the browser puts the letter anywhere: it goes into the text.
    editor.editing.set(fresh)
    event.stopPropagation()
  }
  area.addEventListener('keydown', onKeyDown, { capture: true })
  return () => area.removeEventListener('keydown', onKeyDown, { capture: true })
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLInputElement ||
  (target instanceof HTMLElement && target.isContentEditable)

const ARROWS: Readonly<Record<string, Vec>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function chooses(editor: Editor, { key, shiftKey }: KeyboardEvent): boolean {
  if (editor.connecting.get() === null) return false
  const arrow = ARROWS[key]
  if (arrow) chooseBeside(editor, arrow)
  else if (key === 'Tab') chooseNext(editor, shiftKey ? -1 : 1)
  else if (key === 'Enter') endChoosing(editor, 'connect')
  else if (key === 'Escape') endChoosing(editor, 'giveUp')
  else return false
  return true
}
