import type { Editor } from '../../editor/editor.ts'
import { linkable, linkChosen } from '../../editor/journey/links.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

/** What can be done with the steps that are chosen on the board. */
export const journeyActions = (editor: Editor): readonly ActionRegistration[] => [
  {
    id: 'journey.link',
    enabled: () => !editor.fixed && linkable(editor) !== undefined,
    run: () => void linkChosen(editor),
  },
]
