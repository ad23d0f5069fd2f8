import {
  changeableFigures,
  changeablePeople,
  changeMood,
  flipFigures,
} from '../../../editor/commands/changeFigures.ts'
import type { Editor } from '../../../editor/editor.ts'
import type { ActionRegistration } from '../../actions/createActions.ts'

/** What can be done with selected figures. The picker registers the action that opens it. */
export const figureActions = (editor: Editor): readonly ActionRegistration[] => [
  {
    id: 'figure.flip',
    enabled: () => changeableFigures(editor).length > 0,
    run: () => flipFigures(editor),
  },
  {
    id: 'figure.happier',
    enabled: () => changeablePeople(editor).some(({ mood = 0 }) => mood < 2),
    run: () => changeMood(editor, 1),
  },
  {
    id: 'figure.sadder',
    enabled: () => changeablePeople(editor).some(({ mood = 0 }) => mood > -2),
    run: () => changeMood(editor, -1),
  },
]
