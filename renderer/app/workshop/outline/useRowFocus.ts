import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'
import type { OutlineView } from './createOutline.ts'
import { ROW } from './OutlineRow.tsx'

interface RowFocus {
  /** For the element with the rows. */
  readonly props: {
    readonly onFocus: () => void
    readonly onBlur: (event: FocusEvent) => void
  }
  /** The focus belongs to the current row from now on, whatever has it now. */
  readonly keep: () => void
  /** The current row. */
  readonly element: () => HTMLElement | null
}

/**
 * Whoever works in the outline stays in it: when the row with the focus goes or another becomes the current one, the
 * focus goes along. It is never taken from elsewhere.
 */
export function useRowFocus(
  box: RefObject<HTMLElement | null>,
  { rows, current }: OutlineView,
  isEditing: boolean,
): RowFocus {
  const owned = useRef(false)
  const key = rows[current]?.node.key
  const element = () => box.current?.querySelector<HTMLElement>('[data-current]') ?? null

  useLayoutEffect(() => {
    const scroller = box.current
    if (!scroller || current < 0) return
    const [top, bottom] = [current * ROW, (current + 1) * ROW]
    const { scrollTop, clientHeight } = scroller
    if (top < scrollTop) scroller.scrollTo({ top })
    else if (bottom > scrollTop + clientHeight - ROW / 2)
      scroller.scrollTo({ top: bottom - clientHeight + ROW / 2 })
  }, [box, current, key])

  useLayoutEffect(() => {
    if (!owned.current || isEditing) return
    const focused = document.activeElement
    // A removed row leaves the focus to nobody.
    const isFree = focused === null || focused === document.body
    const isOtherRow = focused !== null && box.current?.contains(focused) === true
    if ((isFree || isOtherRow) && focused !== element()) element()?.focus({ preventScroll: true })
  })

  return {
    props: {
      onFocus: () => void (owned.current = true),
      onBlur({ relatedTarget, currentTarget }) {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) owned.current = false
      },
    },
    keep: () => void (owned.current = true),
    element,
  }
}
