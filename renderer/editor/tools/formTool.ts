import type { Form } from '../../../shared/model/shape.ts'
import { addForm, newForm, usualBox } from '../commands/createForm.ts'
import type { Tool } from '../tool.ts'
import { dragOutTool } from './dragOutTool.ts'

/** Drags out a form; a click puts down one of the usual size. */
export const formTool = (form: Form['form']): Tool =>
  dragOutTool({ id: form, usualBox, make: (editor, box) => newForm(editor, form, box), add: addForm })
