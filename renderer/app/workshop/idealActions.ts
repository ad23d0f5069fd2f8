import type { Editor } from '../../editor/editor.ts'
import { addIdeal } from '../../editor/journey/addIdeal.ts'
import { chosenJourney } from '../../editor/journey/chosenJourney.ts'
import { coveredByPanel } from '../../journey/panel/coveredByPanel.ts'
import { openPanel } from '../../journey/panel/openPanel.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

/** Makes the ideal of the journey that is selected, or of the first one there is, and shows what is different in it. */
export function idealActions(editor: Editor): readonly ActionRegistration[] {
  const current = () => chosenJourney(editor, ({ kind }) => kind === 'current')
  return [
    {
      id: 'journey.makeIdeal',
      enabled: () => !editor.fixed && current() !== undefined,
      run() {
        const journey = current()
        if (!journey) return
        openPanel(editor, 'diff')
        addIdeal(editor, journey.id, coveredByPanel())
      },
    },
  ]
}
