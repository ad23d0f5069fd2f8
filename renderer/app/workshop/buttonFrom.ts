/**
 * Which button of a grid a key goes to: the nearest one in the row above or below, or the one before or after. The grid
 * has so many columns at most.
 */
export function buttonFrom(
  buttons: readonly HTMLButtonElement[],
  from: number,
  key: string,
  columns: number,
): HTMLButtonElement | undefined {
  const here = buttons[from]
  if (!here) return undefined
  const forward = here.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight'
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return buttons[from + 1]
  if (key === backward) return buttons[from - 1]
  if (key === 'Home') return buttons[0]
  if (key === 'End') return buttons.at(-1)
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  const { left, top } = here.getBoundingClientRect()
  const down = key === 'ArrowDown'
  // Rows are short, so that the next one is never further away than this.
  const near = down
    ? buttons.slice(from + 1, from + 1 + 2 * columns)
    : buttons.slice(Math.max(0, from - 2 * columns), from).toReversed()
  const places = near.map((button) => ({ button, box: button.getBoundingClientRect() }))
  const row = places.find(({ box }) => (down ? box.top > top + 1 : box.top < top - 1))?.box.top
  return places
    .filter(({ box }) => box.top === row)
    .toSorted((a, b) => Math.abs(a.box.left - left) - Math.abs(b.box.left - left))[0]?.button
}
