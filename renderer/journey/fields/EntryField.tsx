import {
  useImperativeHandle,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
} from 'react'
import { dirOf } from './dirOf.ts'
import { isComposing } from './isComposing.ts'
import styles from './fields.module.css'

/** For whoever leads from one entry to the next. */
export interface EntryHandle {
  focus(): void
}

interface EntryFieldProps {
  readonly label: string
  readonly placeholder: string
  /** Most UTF-16 units of one entry. */
  readonly most: number
  /** Takes what was typed; nothing is left in the field then. */
  readonly onAdd: (text: string) => void
  /** Takes lines that were pasted: a list. Without it they are pasted as they are. */
  readonly onAddMany?: ((text: string) => void) | undefined
  /** Enter was pressed with nothing typed. */
  readonly onEmpty?: (() => void) | undefined
  /** It is the first to be focused in its panel. */
  readonly first?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly ref?: Ref<EntryHandle> | undefined
}

/** Fast entry: type, Enter, the next. A pasted list is entered as a whole. */
export function EntryField(props: EntryFieldProps) {
  const { label, placeholder, most, onAdd, onAddMany, onEmpty, first, disabled, ref } = props
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), [])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || isComposing(event) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const typed = text.trim()
    if (typed === '') return onEmpty?.()
    onAdd(typed)
    setText('')
  }
  function onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text/plain')
    if (!onAddMany || !/\S[^\S\n\r]*[\r\n]+\s*\S/.test(pasted)) return
    event.preventDefault()
    onAddMany(pasted)
  }
  return (
    <input
      ref={field}
      className={styles['entry']}
      dir={dirOf(text)}
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      placeholder={placeholder}
      maxLength={most}
      disabled={disabled}
      value={text}
      data-first-stop={first ? '' : undefined}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  )
}
