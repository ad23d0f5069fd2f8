import type { ListKind } from '../../../shared/model/lists.ts'
import { formatOf, toggleList, toggleMark, type TextFormat } from '../../editor/commands/formatText.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { Editor } from '../../editor/editor.ts'
import type { SelectionFacts } from '../../editor/selectionFacts.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

/** The text tool, and how text looks: of what is selected while typing, else of all that is selected on the board. */
export function textActions(editor: Editor): readonly ActionRegistration[] {
  const enabled = () => !editor.readOnly && formatNow(editor) !== undefined
  const mark = (name: 'bold' | 'italic'): ActionRegistration => ({
    id: `text.${name}`,
    enabled,
    checked: () => formatNow(editor)?.look[name] === true,
    run() {
      const field = editor.field.get()
      if (field) field.toggle(name)
      else toggleMark(editor, editor.selection.get(), name)
    },
  })
  const list = (kind: ListKind): ActionRegistration => ({
    id: `text.${kind}`,
    enabled,
    checked: () => formatNow(editor)?.list === kind,
    run() {
      const field = editor.field.get()
      if (field) field.toggleList(kind)
      else toggleList(editor, editor.selection.get(), kind)
    },
  })
  return [
    {
      id: 'tool.text',
      enabled: () => !editor.readOnly,
      checked: () => editor.tool.get() === 'text',
      run: () => editor.setTool('text'),
    },
    mark('bold'),
    mark('italic'),
    list('bullets'),
    list('numbers'),
  ]
}

/** How the text looks that a person means now; nothing if there is none. */
export function formatNow(editor: Editor): TextFormat | undefined {
  const field = editor.field.get()
  return field ? field.state.get() : formatOfSelection(editor)
}

/** Worked out once for all that ask: a rubber band changes the selection with every frame. */
const formats = new WeakMap<SelectionFacts, { readonly format: TextFormat | undefined }>()

function formatOfSelection(editor: Editor): TextFormat | undefined {
  const facts = editor.selected.get()
  const known = formats.get(facts) ?? { format: formatOf(editor, editor.selection.get()) }
  formats.set(facts, known)
  return known.format
}

/** Calls back when what `formatNow` says may have changed while text is being typed. */
export function followFormat({ field }: Editor, listener: () => void): Dispose {
  let stopField: Dispose | undefined
  const follow = (): void => {
    stopField?.()
    stopField = field.get()?.state.subscribe(listener)
  }
  follow()
  const stop = field.subscribe(() => {
    follow()
    listener()
  })
  return () => {
    stop()
    stopField?.()
  }
}
