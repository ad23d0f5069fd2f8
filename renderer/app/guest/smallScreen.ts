/** Too small for a board: phones held either way. */
export const SMALL_SCREEN = '(max-width: 640px), (pointer: coarse) and (max-height: 500px)'
