import { useLayoutEffect, useRef, type RefObject } from 'react'
import { MOST_BOARD_NAME, type Board } from '../../../../shared/model/boards.ts'
import { useT } from '../../../i18n/useT.ts'
import { boardName } from './boardName.ts'
import styles from './BoardTabs.module.css'

interface BoardNameFieldProps {
  readonly board: Board
  /** The row of tabs, over one of which it lies. */
  readonly row: RefObject<HTMLElement | null>
  /** Hears the new name, or nothing if it stays. */
  readonly onDone: (name: string | undefined) => void
}

/** Lies over a tab for as long as its board is renamed. (In the list of tabs there may be tabs only.) */
export function BoardNameField({ board, row, onDone }: BoardNameFieldProps) {
  const { t } = useT()
  const field = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  const before = boardName(t, board)

  useLayoutEffect(() => {
    const input = field.current
    const tab = row.current?.querySelector<HTMLElement>(`[data-board="${CSS.escape(board.id)}"]`)
    if (!input || !tab) return
    input.style.left = `${tab.offsetLeft}px`
    input.style.width = `${tab.offsetWidth}px`
    const focused = document.activeElement
    input.focus()
    input.select()
    return () => {
      const back = focused instanceof HTMLElement && focused.isConnected ? focused : null
      if (document.activeElement === input || document.activeElement === document.body) back?.focus()
    }
  }, [board.id, row])

  function finish(name: string | undefined): void {
    if (done.current) return
    done.current = true
    onDone(name)
  }

  return (
    <input
      ref={field}
      className={styles['field']}
      aria-label={t('boards.name')}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      maxLength={MOST_BOARD_NAME}
      defaultValue={before}
      onMouseDown={(event) => event.stopPropagation()}
      onBlur={({ currentTarget }) => finish(changed(currentTarget.value, before))}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(changed(event.currentTarget.value, before))
        else if (event.key === 'Escape') finish(undefined)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}

/** A default name that nobody changed stays the default, in every language. */
const changed = (name: string, before: string): string | undefined => (name === before ? undefined : name)
