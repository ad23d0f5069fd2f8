import { useLayoutEffect, useState, type RefObject } from 'react'
import { ROW } from './OutlineRow.tsx'

/** Rows drawn beyond those that are seen, on each side. */
const BEYOND = 8

/** Which rows are seen in a scrolling box; only those are drawn, however many there are. */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
): { readonly from: number; readonly to: number } {
  const [seen, setSeen] = useState({ first: 0, rows: 40 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const first = Math.floor(element.scrollTop / ROW)
      const rows = Math.ceil(element.clientHeight / ROW) + 1
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
  }, [box])
  return { from: Math.max(0, seen.first - BEYOND), to: Math.min(count, seen.first + seen.rows + BEYOND) }
}
