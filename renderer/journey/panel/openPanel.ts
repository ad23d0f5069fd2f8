import type { PanelId } from '../../../shared/actions/actionTable.ts'
import type { Editor } from '../../editor/editor.ts'

/** The panel at the side of the board, while there is one. */
export const thePanel = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-side-panel]')

/** Shows a panel at the side in place of whatever is there, and puts the focus into it. */
export function openPanel({ view }: Pick<Editor, 'view'>, id: PanelId): void {
  if (view.get().panel === id) focusPanel()
  else view.set({ ...view.get(), panel: id, outline: false })
}

/** Whoever was in the panel is on the board again. */
export function closePanel({ view }: Pick<Editor, 'view'>): void {
  const wasIn = thePanel()?.contains(document.activeElement) === true
  view.set({ ...view.get(), panel: null })
  if (wasIn) document.querySelector<HTMLElement>('[data-canvas]')?.focus()
}

/** Into what the panel says comes first (`data-first-stop`), or into the panel as such. */
export function focusPanel(): void {
  const panel = thePanel()
  const first = panel?.querySelector<HTMLElement>('[data-first-stop]') ?? panel
  first?.focus({ preventScroll: true })
}
