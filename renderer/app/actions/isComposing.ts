/** Legacy code of a key press that an input method is still working on. */
const COMPOSING = 229

/** Does the key press belong to an input method, and not to us? */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === COMPOSING
