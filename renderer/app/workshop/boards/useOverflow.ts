import { useEffect, type RefObject } from 'react'

/**
 * Marks a row that scrolls sideways with what there is beyond its edges: `data-more-left`, `data-more-right`, and
 * `data-overflowing` for either. Wheels that only turn one way scroll it, too.
 */
export function useOverflow(row: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = row.current
    const content = element?.firstElementChild
    if (!element || !content) return
    const mark = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element
      const room = scrollWidth - clientWidth
      // In right-to-left text the row begins at 0 and scrolls below it.
      const left = getComputedStyle(element).direction === 'rtl' ? room + scrollLeft : scrollLeft
      element.toggleAttribute('data-more-left', left > 1)
      element.toggleAttribute('data-more-right', left < room - 1)
      element.parentElement?.toggleAttribute('data-overflowing', room > 1)
    }
    const turn = ({ deltaX, deltaY }: WheelEvent) => {
      if (Math.abs(deltaY) > Math.abs(deltaX))
        element.scrollLeft += getComputedStyle(element).direction === 'rtl' ? -deltaY : deltaY
    }
    const observer = new ResizeObserver(mark)
    observer.observe(element)
    observer.observe(content)
    element.addEventListener('scroll', mark, { passive: true })
    element.addEventListener('wheel', turn, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', mark)
      element.removeEventListener('wheel', turn)
    }
  }, [row])
}
