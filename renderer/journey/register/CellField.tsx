import { useId, useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { CellEdit } from './columns.ts'
import styles from './RegisterGrid.module.css'

/** How somebody was done with a cell: on to the row below, to the column after, giving up, or by going elsewhere. */
export type CellEnd = 'row' | 'column' | 'escape' | 'left'

interface CellFieldProps {
  readonly edit: Exclude<CellEdit, { kind: 'choice' }>
  readonly text: string
  readonly label: string
  readonly cell: () => HTMLElement | null
  /** Hears the text, unless it was given up. */
  readonly onDone: (text: string | undefined, end: CellEnd) => void
}

/** Least width of a field, CSS pixels: narrow columns are not for typing. */
const LEAST = 200

/** Room for the ring around it, CSS pixels. */
const EDGE = 3

/** Legacy code of a key press that an input method is still working on. */
const COMPOSING = 229

/** The field over a cell: Enter is done, Shift+Enter begins a line, Tab goes on, Escape gives up. */
export function CellField({ edit, text, label, cell, onDone }: CellFieldProps) {
  const list = useId()
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const isDone = useRef(false)
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' })

  useLayoutEffect(() => {
    const around = cell()
    const scroller = around?.closest<HTMLElement>('[data-scroll]')
    if (!around || !scroller) return
    const [box, outer] = [around.getBoundingClientRect(), scroller.getBoundingClientRect()]
    const width = Math.max(LEAST, Math.min(box.width, outer.width)) - 2 * EDGE
    const left = Math.min(Math.max(box.left, outer.left) + EDGE, outer.right - width - EDGE) - outer.left
    setPlace({
      left: left + scroller.scrollLeft,
      top: box.top - outer.top + scroller.scrollTop,
      width,
    })
  }, [cell])
  const isPlaced = place.visibility === undefined
  useLayoutEffect(() => {
    if (!isPlaced) return
    field.current?.focus({ preventScroll: true })
    if (edit.kind === 'text') field.current?.select()
    fitHeight(field.current)
  }, [isPlaced, edit.kind])

  function finish(end: CellEnd): void {
    const now = field.current?.value
    if (isDone.current || now === undefined) return
    isDone.current = true
    onDone(end === 'escape' ? undefined : now, end)
  }
  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.nativeEvent.isComposing || event.keyCode === COMPOSING) return
    if (event.key === 'Escape') finish('escape')
    else if (event.key === 'Enter' && !event.shiftKey) finish('row')
    else if (event.key === 'Tab' && !event.shiftKey) finish('column')
    else return
    event.preventDefault()
  }
  const shared = {
    ref: field,
    className: styles['field'],
    style: place,
    'aria-label': label,
    defaultValue: text,
    onBlur: () => finish('left'),
    onKeyDown,
  }
  if (edit.kind === 'date') return <input type="date" {...shared} />
  if (!edit.suggestions)
    return (
      <textarea
        dir="auto"
        rows={1}
        maxLength={edit.most}
        {...shared}
        onInput={(event) => fitHeight(event.currentTarget)}
      />
    )
  return (
    <>
      <input dir="auto" autoComplete="off" list={list} maxLength={edit.most} {...shared} />
      <datalist id={list}>
        {edit.suggestions.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
    </>
  )
}

/** As tall as what is typed, up to what the style allows. */
function fitHeight(field: HTMLElement | null): void {
  if (!(field instanceof HTMLTextAreaElement)) return
  field.style.blockSize = 'auto'
  field.style.blockSize = `${field.scrollHeight + 4}px`
}
