import type { Form } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import type { ToolId } from '../tool.ts'
import { canConnect, connectSelection } from './connectByKeys.ts'
import { addForm, newForm, usualBox } from './createForm.ts'
import { createNoteHere } from './createNote.ts'
import { addSectionHere } from './createSection.ts'
import { createText } from './createText.ts'
import { placeForNew } from './lookAt.ts'

/** What tools do without a pointer, where a click would put something down. */
const PLACES: Readonly<Partial<Record<ToolId, (editor: Editor) => void>>> = {
  note: createNoteHere,
  text: (editor) => createText(editor, placeForNew(editor)),
  section: addSectionHere,
  rectangle: placeForm('rectangle'),
  ellipse: placeForm('ellipse'),
  diamond: placeForm('diamond'),
  arrow: (editor) => connectSelection(editor, 'arrow'),
  line: (editor) => connectSelection(editor, 'line'),
}

/** Puts down what the tool in use makes, or connects what is selected. Says whether there was something to do. */
export function placeByKey(editor: Editor): boolean {
  const tool = editor.tool.get()
  const act = PLACES[tool]
  if (!act || editor.readOnly) return false
  if ((tool === 'arrow' || tool === 'line') && !canConnect(editor)) return false
  editor.toolDone()
  act(editor)
  return true
}

function placeForm(form: Form['form']) {
  return (editor: Editor): void => void addForm(editor, newForm(editor, form, usualBox(placeForNew(editor))))
}
