import type { Editor } from '../../editor/editor.ts'
import type { ViewOption } from '../../editor/viewOptions.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

/** Switches for what is shown over the board, and for keeping a tool. */
export function viewOptionActions(editor: Editor): readonly ActionRegistration[] {
  const options: readonly ViewOption[] = [
    'grid',
    'rulers',
    'minimap',
    'style',
    'snapping',
    'authors',
    'cursors',
    'ownCursor',
  ]
  return [
    ...options.map((option): ActionRegistration => ({
      id: `view.${option}`,
      checked: () => editor.view.get()[option],
      run: () => editor.view.set({ ...editor.view.get(), [option]: !editor.view.get()[option] }),
    })),
    {
      id: 'tool.keep',
      checked: () => editor.keepTool.get(),
      run: () => editor.keepTool.set(!editor.keepTool.get()),
    },
  ]
}
