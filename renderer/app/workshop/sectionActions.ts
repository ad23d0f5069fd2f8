import { addSectionHere } from '../../editor/commands/createSection.ts'
import { fitSelectedSections } from '../../editor/commands/fitSection.ts'
import { selectedSections, toggleSelectedSections } from '../../editor/commands/foldSections.ts'
import type { Editor } from '../../editor/editor.ts'
import { isLocked } from '../../editor/locks.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

/** The section tool, and what can be done with sections. */
export function sectionActions(editor: Editor): readonly ActionRegistration[] {
  const sections = () => (editor.fixed ? [] : selectedSections(editor))
  return [
    {
      id: 'tool.section',
      checked: () => editor.tool.get() === 'section',
      enabled: () => !editor.fixed,
      run: () => editor.setTool('section'),
    },
    { id: 'section.around', enabled: () => !editor.fixed, run: () => void addSectionHere(editor) },
    {
      id: 'section.collapse',
      checked: () => sections().length > 0 && sections().every(({ collapsed }) => collapsed),
      enabled: () => sections().length > 0,
      run: () => toggleSelectedSections(editor),
    },
    {
      id: 'section.fit',
      enabled: () => sections().some((section) => !section.collapsed && !isLocked(editor, section)),
      run: () => fitSelectedSections(editor),
    },
  ]
}
