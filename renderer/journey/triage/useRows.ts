import { useLayoutEffect, useState, type RefObject } from 'react'

/** Rows drawn beyond those that are seen, on each side. */
const BEYOND = 6

interface Rows {
  readonly from: number
  readonly to: number
  /** Scrolls no further than it takes for a row to be seen whole. */
  show(index: number): void
}

/** Which rows of one height (CSS pixels) are seen in a scrolling box; only those are drawn, however many there are. */
export function useRows(box: RefObject<HTMLElement | null>, count: number, height: number): Rows {
  const [seen, setSeen] = useState({ first: 0, rows: 20 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
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
    show(index) {
      const element = box.current
      if (!element) return
      const top = index * height
      const lowest = top + height - element.clientHeight
      const wanted = Math.max(lowest, Math.min(top, element.scrollTop))
      if (wanted !== element.scrollTop) element.scrollTo({ top: wanted })
    },
  }
}
