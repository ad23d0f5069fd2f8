import { chosenStory } from '../../editor/commands/chosenStory.ts'
import type { Editor } from '../../editor/editor.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

/** What is asked for by these actions. */
export type TemplateDialog = 'addStory' | 'saveTemplate'

export function templateActions(
  editor: Editor,
  platform: Platform,
  open: (dialog: TemplateDialog) => void,
): readonly ActionRegistration[] {
  return [
    { id: 'journey.new', enabled: () => !editor.fixed, run: () => open('addStory') },
    {
      id: 'journey.saveTemplate',
      enabled: () => platform.can('keepTemplate') && chosenStory(editor) !== undefined,
      run: () => open('saveTemplate'),
    },
  ]
}
