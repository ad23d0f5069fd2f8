import { canConnect, connectSelection } from '../../editor/commands/connectByKeys.ts'
import type { Editor } from '../../editor/editor.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

const TOOLS = ['rectangle', 'ellipse', 'diamond', 'arrow', 'line'] as const

/** The tools that draw forms and connectors. */
export const drawingActions = (editor: Editor): readonly ActionRegistration[] => [
  { id: 'edit.connect', enabled: () => canConnect(editor), run: () => connectSelection(editor) },
  ...TOOLS.map((tool): ActionRegistration => ({
    id: `tool.${tool}`,
    enabled: () => !editor.readOnly,
    checked: () => editor.tool.get() === tool,
    run: () => editor.setTool(tool),
  })),
]
