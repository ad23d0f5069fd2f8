import { useEffect, useRef, useState, type CSSProperties, type PointerEvent, type RefObject } from 'react'
import type { BoardId } from '../../../../shared/model/ids.ts'
import { dropIndex, shiftOf, type Span } from './dropIndex.ts'

/** Less movement than this is a click, in pixels. */
const THRESHOLD = 5
/** So near to the end of what is seen of the row, dragging scrolls it; and how far at a time. Pixels. */
const EDGE = 28
const SCROLL = 12

interface Drag {
  readonly id: BoardId
  readonly from: number
  readonly to: number
  /** Pixels to the right. */
  readonly by: number
  readonly spans: readonly Span[]
}

interface TabDrag {
  /** For the element around each tab. */
  start(event: PointerEvent<HTMLElement>, id: BoardId): void
  styleOf(index: number): CSSProperties | undefined
  readonly dragged: BoardId | undefined
}

/** Dragging a tab along its row, which scrolls. `onDrop` hears of the new place, counted from 0. */
export function useTabDrag(
  row: RefObject<HTMLElement | null>,
  onDrop: (id: BoardId, index: number) => void,
): TabDrag {
  const [drag, setDrag] = useState<Drag | null>(null)
  const end = useRef<() => void>(undefined)
  useEffect(() => () => end.current?.(), [])

  function start(
    { button, clientX, currentTarget, pointerId }: PointerEvent<HTMLElement>,
    id: BoardId,
  ): void {
    const scroller = row.current
    if (button !== 0 || !scroller) return
    end.current?.()
    const tabs = [...(currentTarget.parentElement?.children ?? [])].filter(
      (tab) => tab instanceof HTMLElement,
    )
    const spans = tabs.map((tab): Span => ({ start: tab.offsetLeft, size: tab.offsetWidth }))
    const from = tabs.indexOf(currentTarget)
    const rightToLeft = getComputedStyle(scroller).direction === 'rtl'
    const grabbedAt = clientX + scroller.scrollLeft
    let now: Drag | null = null

    const stop = new AbortController()
    const options = { signal: stop.signal }
    function finish(): void {
      stop.abort()
      setDrag(null)
    }
    end.current = finish

    window.addEventListener(
      'pointermove',
      (move) => {
        if (move.pointerId !== pointerId) return
        const by = move.clientX + scroller.scrollLeft - grabbedAt
        if (!now && Math.abs(by) < THRESHOLD) return
        scrollNearEdge(scroller, move.clientX)
        now = { id, from, by, spans, to: dropIndex(spans, from, by, rightToLeft) }
        setDrag(now)
      },
      options,
    )
    window.addEventListener(
      'pointerup',
      () => {
        finish()
        if (now) onDrop(id, now.to)
      },
      options,
    )
    window.addEventListener('pointercancel', finish, options)
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        finish()
      },
      { ...options, capture: true },
    )
  }

  function styleOf(index: number): CSSProperties | undefined {
    if (!drag) return undefined
    const { from, to, by, spans } = drag
    const shift = index === from ? by : shiftOf(spans, index, from, to)
    return { transform: `translateX(${shift}px)` }
  }

  return { start, styleOf, dragged: drag?.id }
}

function scrollNearEdge(scroller: HTMLElement, x: number): void {
  const { left, right } = scroller.getBoundingClientRect()
  if (x < left + EDGE) scroller.scrollLeft -= SCROLL
  else if (x > right - EDGE) scroller.scrollLeft += SCROLL
}
