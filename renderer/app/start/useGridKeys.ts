import { useState, type KeyboardEvent, type RefObject } from 'react'

/** Marks the element of each list item that takes the focus. */
export const GRID_STOP = 'data-grid-stop'

/**
 * Arrow keys, Home and End for a list that is laid out as a grid. The columns are read from the layout, so they
 * may change with the window; left and right follow the reading direction.
 */
export function useGridKeys(list: RefObject<HTMLElement | null>, count: number) {
  const [chosen, setActive] = useState(0)
  const active = Math.min(chosen, count - 1)

  const items = () =>
    [...(list.current?.children ?? [])].filter((child): child is HTMLElement => child instanceof HTMLElement)

  function focus(index: number): void {
    items()[index]?.querySelector<HTMLElement>(`[${GRID_STOP}]`)?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = nextIndex(event.key, active, items())
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setActive(next)
    focus(next)
  }

  return {
    /** The item that Tab stops at. */
    active,
    setActive,
    onKeyDown,
    /** Moves the focus to the item that is there now, after one was taken away. */
    focusActive: () => focus(Math.min(chosen, items().length - 1)),
  }
}

/** Null for a key that moves nothing. */
function nextIndex(key: string, from: number, items: readonly HTMLElement[]): number | null {
  const last = items.length - 1
  const columns = columnsOf(items)
  const rightToLeft = items[0]?.matches(':dir(rtl)')
  const steps: Readonly<Record<string, number>> = {
    [rightToLeft ? 'ArrowLeft' : 'ArrowRight']: Math.min(from + 1, last),
    [rightToLeft ? 'ArrowRight' : 'ArrowLeft']: Math.max(from - 1, 0),
    ArrowDown: from + columns <= last ? from + columns : from,
    ArrowUp: from >= columns ? from - columns : from,
    Home: 0,
    End: last,
  }
  return steps[key] ?? null
}

function columnsOf(items: readonly HTMLElement[]): number {
  const top = items[0]?.offsetTop
  const below = items.findIndex((item) => item.offsetTop !== top)
  return below < 0 ? Math.max(items.length, 1) : below
}
