/** What the focus is in, as far as keys are concerned. */
export type FocusOwner =
  /** A menu, list or dialog is open and has the keys, a text field in it included. */
  | 'popup'
  /** Text is being typed: plain characters, Delete and the like belong to it. */
  | 'text'
  /** A button or the like, which Enter and Space press. */
  | 'control'
  /** A panel at the side, with lists of its own: keys without Ctrl are for what is in it. */
  | 'panel'
  | 'none'

const TEXT =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, [contenteditable=true]'
const POPUP = '[role=menu], [role=listbox], [role=dialog], [role=alertdialog], dialog'
const PANEL = '[data-side-panel]'
const CONTROL = 'button, a[href], input, select, summary, [role=radio], [role=combobox], [role=slider]'

/** Does typing go into it? */
export function isTextField(element: Element | null): boolean {
  return element?.closest(TEXT) != null
}

/** Who owns the keys while `element` has the focus. */
export function focusOwner(element: Element | null): FocusOwner {
  if (!element) return 'none'
  // Popups are elsewhere in the document: a list within a panel stays open.
  const panel = element.closest(PANEL)
  if (!panel && element.closest(POPUP)) return 'popup'
  if (element.closest(TEXT)) return 'text'
  if (panel) return 'panel'
  return element.closest(CONTROL) ? 'control' : 'none'
}
