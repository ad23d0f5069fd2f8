import type { Editor } from '../../../editor/editor.ts'
import type { ActionRegistration } from '../../actions/createActions.ts'

/** Opens the outline, with the focus in it, or closes it. */
export const outlineActions = (editor: Editor): readonly ActionRegistration[] => [
  {
    id: 'view.outline',
    checked: () => editor.view.get().outline,
    run: () => (editor.view.get().outline ? closeOutline(editor) : openOutline(editor)),
  },
]

/** Shows the outline if it is not there yet, and puts the focus on its current row. */
export function openOutline(editor: Editor): void {
  const { view } = editor
  awaited.add(editor)
  if (view.get().outline) takeFocus(editor)
  else view.set({ ...view.get(), outline: true, panel: null })
}

/** Outlines that are to get the focus as soon as they are drawn. One that was open from the start takes it from nobody. */
const awaited = new WeakSet<Editor>()

/** Puts the focus on the current row, if somebody has asked for the outline. */
export function takeFocus(editor: Editor): void {
  if (!awaited.delete(editor)) return
  document.querySelector<HTMLElement>('[data-outline] [data-first-stop]')?.focus()
}

/** Whoever was in it is on the board again. */
export function closeOutline({ view }: Editor): void {
  const wasIn = document.activeElement?.closest('[data-outline]') != null
  view.set({ ...view.get(), outline: false })
  if (wasIn) leaveOutline()
}

export const leaveOutline = (): void => document.querySelector<HTMLElement>('[data-canvas]')?.focus()
