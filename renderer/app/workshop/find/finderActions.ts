import type { Editor } from '../../../editor/editor.ts'
import type { Finder } from '../../../editor/find/finder.ts'
import type { ActionRegistration } from '../../actions/createActions.ts'

export type FindBarMode = 'closed' | 'find' | 'replace'

/** `open` shows the bar, with the cursor in it. */
export function finderActions(
  editor: Editor,
  finder: Finder,
  open: (mode: FindBarMode) => void,
): readonly ActionRegistration[] {
  const go = (by: 1 | -1) => () => {
    // The bar was closed since: it comes back with what was looked for last.
    if (finder.state.get().matches.length === 0) open('find')
    else finder.go(by)
  }
  return [
    { id: 'edit.find', run: () => open('find') },
    { id: 'edit.replace', enabled: () => !editor.readOnly, run: () => open('replace') },
    { id: 'edit.findNext', run: go(1) },
    { id: 'edit.findPrevious', run: go(-1) },
  ]
}
