import type { MouseEvent } from 'react'

/** A click on a floating bar leaves the focus where it is: on the board, so that keys go on working, or in a note. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault()
