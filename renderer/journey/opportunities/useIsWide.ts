import { useLayoutEffect, useState, type RefObject } from 'react'

/** Is an element at least so wide, CSS pixels? */
export function useIsWide(element: RefObject<HTMLElement | null>, least: number): boolean {
  const [isWide, setIsWide] = useState(false)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return undefined
    const look = (): void => setIsWide(box.clientWidth >= least)
    look()
    const resized = new ResizeObserver(look)
    resized.observe(box)
    return () => resized.disconnect()
  }, [element, least])
  return isWide
}
