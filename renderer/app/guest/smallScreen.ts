/** Too small for a board: phones held either way. */
const SMALL_SCREEN = '(max-width: 640px), (pointer: coarse) and (max-height: 500px)'

export const isSmallScreen = (): boolean => matchMedia(SMALL_SCREEN).matches

/** Hears when the screen becomes small, or is no longer. Returns how to stop listening. */
export function followScreen(changed: () => void): () => void {
  const query = matchMedia(SMALL_SCREEN)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
