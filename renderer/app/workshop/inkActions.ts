import type { Editor } from '../../editor/editor.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

/** The tools that draw freehand, and the one that takes away. */
export const inkActions = (editor: Editor): readonly ActionRegistration[] =>
  (['pen', 'highlighter', 'eraser'] as const).map((tool) => ({
    id: `tool.${tool}`,
    checked: () => editor.tool.get() === tool,
    enabled: () => !editor.readOnly,
    run: () => editor.setTool(tool),
  }))
