import type { Dispose } from '../../../shared/util/store.ts'
import type { Editor } from '../../editor/editor.ts'
import { chosenSteps, setEmotion } from '../../editor/journey/frameCommands.ts'
import { feelingOfKey } from '../../journey/fields/feelings.ts'

/** While steps are chosen, 1 to 5 say how they feel, and 0 takes the feeling away. */
export function listenToFeelingKeys(area: HTMLElement, editor: Editor): Dispose {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.shiftKey || editor.fixed) return
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-canvas')) return
    const steps = chosenSteps(editor)
    const felt = steps.length > 0 ? feelingOfKey(event) : undefined
    if (felt === undefined) return
    setEmotion(editor, steps, felt === 'none' ? undefined : felt)
    event.preventDefault()
  }
  area.addEventListener('keydown', onKeyDown)
  return () => area.removeEventListener('keydown', onKeyDown)
}
