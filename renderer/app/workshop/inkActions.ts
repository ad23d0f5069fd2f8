import type { Editor } from '../../editor/editor.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

/** The tools that draw freehand, the one that takes away, and the one that only points. */
export const inkActions = (editor: Editor): readonly ActionRegistration[] =>
  (['pen', 'highlighter', 'eraser', 'laser'] as const).map((tool) => ({
    id: `tool.${tool}`,
    checked: () => editor.tool.get() === tool,
    enabled: () => tool === 'laser' || !editor.readOnly,
    run: () => editor.setTool(tool),
  }))
