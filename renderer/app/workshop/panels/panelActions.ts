import type { Editor } from '../../../editor/editor.ts'
import { closePanel, openPanel } from '../../../journey/panel/openPanel.ts'
import type { ActionRegistration } from '../../actions/createActions.ts'
import { PANELS } from './panels.ts'

/** Opens each panel at the side, with the focus in it, or closes it. */
export const panelActions = (editor: Editor): readonly ActionRegistration[] =>
  PANELS.map(({ id }) => ({
    id: `panel.${id}`,
    checked: () => editor.view.get().panel === id,
    run: () => (editor.view.get().panel === id ? closePanel(editor) : openPanel(editor, id)),
  }))
