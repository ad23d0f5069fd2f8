import { useEffect, useRef, useState, type PointerEvent } from 'react'
import type { Vec } from '../../../../shared/geometry/vec.ts'
import type { FigureId } from '../../../../shared/scene/figures/figures.ts'

/** Less movement than this is a click, in pixels. */
const THRESHOLD = 5

export interface FigureDragging {
  readonly figure: FigureId
  /** The pointer, in pixels of the window. */
  readonly at: Vec
}

interface FigureDrag {
  /** For what a figure is dragged from. */
  start(event: PointerEvent<HTMLElement>, figure: FigureId): void
  readonly dragging: FigureDragging | null
  /** Did the press that is now a click drag something? Then it is none. */
  wasDrag(): boolean
}

/** Dragging a figure out of the picker. `onDrop` hears where it was let go, in pixels of the window. */
export function useFigureDrag(onDrop: (figure: FigureId, at: Vec) => void): FigureDrag {
  const [dragging, setDragging] = useState<FigureDragging | null>(null)
  const end = useRef<() => void>(undefined)
  const dragged = useRef(false)
  useEffect(() => () => end.current?.(), [])

  function start({ button, clientX, clientY, pointerId }: PointerEvent<HTMLElement>, figure: FigureId): void {
    dragged.current = false
    if (button !== 0) return
    end.current?.()
    const stop = new AbortController()
    const options = { signal: stop.signal }
    function finish(): void {
      stop.abort()
      setDragging(null)
    }
    end.current = finish

    window.addEventListener(
      'pointermove',
      (move) => {
        if (move.pointerId !== pointerId) return
        if (!dragged.current && Math.hypot(move.clientX - clientX, move.clientY - clientY) < THRESHOLD) return
        dragged.current = true
        setDragging({ figure, at: [move.clientX, move.clientY] })
      },
      options,
    )
    window.addEventListener(
      'pointerup',
      (up) => {
        if (up.pointerId !== pointerId) return
        finish()
        if (dragged.current) onDrop(figure, [up.clientX, up.clientY])
      },
      options,
    )
    window.addEventListener('pointercancel', finish, options)
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !dragged.current) return
        event.preventDefault()
        event.stopPropagation()
        finish()
      },
      { ...options, capture: true },
    )
  }

  return { start, dragging, wasDrag: () => dragged.current }
}
