import type { ActionId } from '../../../shared/actions/actionTable.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Actions } from './createActions.ts'
import { isTextField } from './focusOwner.ts'

/** While text is being typed, the Edit menu is about that text. */
const TEXT_COMMANDS: Readonly<Partial<Record<ActionId, string>>> = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
  'edit.delete': 'delete',
  'edit.selectAll': 'selectAll',
}

const HISTORY: ReadonlySet<ActionId> = new Set(['edit.undo', 'edit.redo'])

/** Does what is chosen in the native menu bar. */
export function followMenu(actions: Actions, platform: Platform): Dispose {
  return platform.onEvent((event) => {
    if (event.event !== 'action') return
    const command = TEXT_COMMANDS[event.id]
    const focused = document.activeElement
    if (!command || !isTextField(focused)) actions.run(event.id)
    // A note's text is undone with the workshop, in which others type, too.
    else if (HISTORY.has(event.id) && focused?.matches('[data-note-text]')) actions.run(event.id)
    else document.execCommand(command)
  })
}
