/** What lies on the side of the board where panels are moves aside. `width` with the space beside it, CSS pixels. */
export function makeRoom(width: number): () => void {
  const { style } = document.documentElement
  style.setProperty('--outline', `${width}px`)
  return () => style.removeProperty('--outline')
}
