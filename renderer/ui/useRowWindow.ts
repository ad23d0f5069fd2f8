import { useLayoutEffect, useState, type RefObject } from 'react'

/** Rows drawn beyond those that are seen, on each side. */
const BEYOND = 8

/** Which rows, all `height` CSS pixels tall, are seen in a scrolling box; only those are drawn, however many there are. */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): { readonly from: number; readonly to: number } {
  const [seen, setSeen] = useState({ first: 0, rows: 40 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const first = Math.floor(element.scrollTop / height)
      const rows = Math.ceil(element.clientHeight / height) + 1
      setSeen((now) => (now.first === first && now.rows === rows ? now : { first, rows }))
    }
    look()
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box, height])
  return {
    from: Math.max(0, Math.min(seen.first, count) - BEYOND),
    to: Math.min(count, seen.first + seen.rows + BEYOND),
  }
}

/** Scrolls no further than it takes for a row to be seen whole. */
export function showRow(box: HTMLElement, index: number, height: number): void {
  const top = index * height
  const lowest = top + height - box.clientHeight
  const wanted = Math.max(lowest, Math.min(top, box.scrollTop))
  if (wanted !== box.scrollTop) box.scrollTo({ top: wanted })
}
