import { useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { RegisterRow } from '../../../shared/journey/register.ts'
import { scoreAt, type Score } from '../../../shared/journey/priorityMatrix.ts'

/** A press becomes a drag after this many CSS pixels. */
const SLOP = 4
/** How far beside the matrix still counts as its edge, CSS pixels. */
const REACH = 20

/** What is being dragged. */
export interface DotDrag {
  readonly row: RegisterRow
  /** Of the pointer, CSS pixels of the window. */
  readonly x: number
  readonly y: number
  /** What it would have if it was let go now; nothing beside the matrix. */
  readonly score: Score | undefined
}

interface DotDragging {
  readonly drag: DotDrag | null
  /** For what can be dragged. */
  props(row: RegisterRow): {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerCancel: () => void
  }
}

interface DotDragOptions {
  readonly matrix: RefObject<HTMLElement | null>
  /** Little effort is at the right. */
  readonly rtl: boolean
  readonly isFixed: boolean
  /** Something was let go on the matrix. */
  readonly onDrop: (row: RegisterRow, score: Score) => void
}

/** Drags dots about the matrix: nothing is written before they are let go. */
export function useDotDrag({ matrix, rtl, isFixed, onDrop }: DotDragOptions): DotDragging {
  const [drag, setDrag] = useState<DotDrag | null>(null)
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null)

  function scoreUnder({ clientX, clientY }: PointerEvent): Score | undefined {
    const box = matrix.current?.getBoundingClientRect()
    if (!box) return undefined
    const isNear =
      clientX > box.left - REACH &&
      clientX < box.right + REACH &&
      clientY > box.top - REACH &&
      clientY < box.bottom + REACH
    const across = (clientX - box.left) / box.width
    return isNear ? scoreAt([rtl ? 1 - across : across, (clientY - box.top) / box.height]) : undefined
  }
  const props: DotDragging['props'] = (row) => ({
    onPointerDown(event) {
      if (isFixed || event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove(event) {
      const start = from.current
      if (!start) return
      const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y)
      if (!drag && moved < SLOP) return
      setDrag({ row, x: event.clientX, y: event.clientY, score: scoreUnder(event) })
    },
    onPointerUp(event) {
      const score = drag && scoreUnder(event)
      from.current = null
      setDrag(null)
      if (score) onDrop(row, score)
    },
    onPointerCancel() {
      from.current = null
      setDrag(null)
    },
  })
  return { drag, props }
}
