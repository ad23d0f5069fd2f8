import { useLayoutEffect, useRef, useState } from 'react'
import { typedOnto } from '../../../../shared/model/editText.ts'
import { useT } from '../../../i18n/useT.ts'
import styles from './Outline.module.css'

/** How somebody was done with the text of a row. */
export type FieldEnd = 'enter' | 'next' | 'escape' | 'left'

interface OutlineFieldProps {
  readonly text: string
  /** What it is the text of. */
  readonly name: string
  /** Most UTF-16 units. */
  readonly most: number
  /** Hears the text, unless it was given up. */
  readonly onDone: (text: string | undefined, end: FieldEnd) => void
}

/** The text of a row while it is typed: Enter is done, Shift+Enter begins a line, Escape gives up. */
export function OutlineField({ text, name, most, onDone }: OutlineFieldProps) {
  const { t } = useT()
  const [opened] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(0, field.current.value.length)
  }, [])

  function finish(end: FieldEnd): void {
    const now = field.current?.value
    if (isDone.current || now === undefined) return
    isDone.current = true
    // Others may have written in it meanwhile.
    onDone(end === 'escape' ? undefined : (typedOnto(opened, now, text) ?? text), end)
  }
  return (
    <textarea
      ref={field}
      className={styles['field']}
      aria-label={t('outline.textOf', { what: name })}
      dir="auto"
      rows={Math.min(6, Math.max(2, text.split('\n').length))}
      maxLength={most}
      defaultValue={text}
      onBlur={() => finish('left')}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing || event.keyCode === COMPOSING) return
        if (event.key === 'Escape') finish('escape')
        else if (event.key === 'Enter' && !event.shiftKey)
          finish(event.ctrlKey || event.metaKey ? 'next' : 'enter')
        else return
        event.preventDefault()
      }}
    />
  )
}

/** Legacy code of a key press that an input method is still working on. */
const COMPOSING = 229
