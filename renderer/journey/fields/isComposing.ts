import type { KeyboardEvent } from 'react'

/** Is an input method still working on this key press? 229 is the legacy code of one that is. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229
