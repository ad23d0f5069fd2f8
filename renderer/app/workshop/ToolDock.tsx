import { addSectionHere } from '../../editor/commands/createSection.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { Toolbar, ToolbarSeparator } from '../../ui/Toolbar.tsx'
import { useAction } from '../actions/useAction.ts'
import { ColorButton } from './ColorButton.tsx'
import { keepFocus } from './keepFocus.ts'
import { FigureButton } from './figures/FigureButton.tsx'
import { StampButton } from './stamps/StampButton.tsx'
import { ToolGroup } from './ToolGroup.tsx'
import { ToolButton } from './ToolButton.tsx'
import styles from './WorkshopWindow.module.css'

/** The tools, at the bottom in the middle. */
export function ToolDock({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  return (
    <div className={styles['dock']} onMouseDown={keepFocus}>
      <Toolbar label={t('workshop.toolbar')}>
        <ToolButton id="tool.select" />
        <ToolButton id="tool.hand" />
        <ToolbarSeparator />
        <NoteButton editor={editor} />
        <ColorButton editor={editor} />
        <ToolButton id="tool.text" />
        <ToolbarSeparator />
        <ToolGroup label={t('workshop.moreForms')} ids={['tool.rectangle', 'tool.ellipse', 'tool.diamond']} />
        <ToolGroup label={t('workshop.moreLines')} ids={['tool.arrow', 'tool.line']} />
        <ToolGroup label={t('workshop.morePens')} ids={['tool.pen', 'tool.highlighter', 'tool.laser']} />
        <ToolButton id="tool.eraser" />
        <ToolbarSeparator />
        <SectionButton editor={editor} />
        <StampButton editor={editor} />
        <FigureButton editor={editor} />
        <ToolButton id="insert.image" />
        <ToolButton id="file.importCsv" />
      </Toolbar>
    </div>
  )
}

/** With the pointer it picks up a note to be put down; from the keyboard there is no pointer, so the note is made. */
function NoteButton({ editor }: { readonly editor: Editor }) {
  const { checked, run } = useAction('tool.note')
  return (
    <ToolButton
      id="tool.note"
      onClick={({ detail }) => {
        if (detail === 0) run()
        else editor.setTool(checked ? 'select' : 'note')
      }}
    />
  )
}

/** From the keyboard there is no pointer to drag with: the section is put around the selection, or in the view. */
function SectionButton({ editor }: { readonly editor: Editor }) {
  const { checked } = useAction('tool.section')
  return (
    <ToolButton
      id="tool.section"
      onClick={({ detail }) => {
        if (detail === 0) addSectionHere(editor)
        else editor.setTool(checked ? 'select' : 'section')
      }}
    />
  )
}
