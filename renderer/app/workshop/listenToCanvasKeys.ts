import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { pan } from '../../editor/camera.ts'
import type { Editor } from '../../editor/editor.ts'
import { createNudge } from '../../editor/nudge.ts'

/** How far the arrow keys move the view when nothing is selected, in screen units. */
const PAN_STEP = 80

const ARROWS: Readonly<Record<string, Vec>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Keys that have no name in the action table: arrows move the selection (or the view), Escape gives up. */
export function listenToCanvasKeys(area: HTMLElement, editor: Editor): Dispose {
  const nudge = createNudge(editor)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.target instanceof HTMLTextAreaElement) return
    if (event.key === 'Escape') {
      if (editor.path().endsWith('.idle') && editor.tool.get() !== 'select') editor.setTool('select')
      else editor.dispatch({ type: 'cancel' })
      return
    }
    const arrow = ARROWS[event.key]
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (editor.selection.get().size === 0)
      editor.camera.set(pan(editor.camera.get(), [arrow[0] * PAN_STEP, arrow[1] * PAN_STEP]))
    else if (!editor.readOnly) {
      const by = event.shiftKey ? 10 : 1
      nudge([arrow[0] * by, arrow[1] * by])
    }
  }
  area.addEventListener('keydown', onKeyDown)
  return () => area.removeEventListener('keydown', onKeyDown)
}
