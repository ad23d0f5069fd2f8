import { useId, useLayoutEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { FeedbackId } from '../../../shared/journey/ids.ts'
import type { Quote } from '../../../shared/journey/triage/triage.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { showRow, useRowWindow } from '../../ui/useRowWindow.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { QuoteRow } from './QuoteRow.tsx'
import styles from './Triage.module.css'

/** Height of a row, CSS pixels. */
const ROW = 76

interface QuoteListProps {
  readonly editor: Editor
  readonly quotes: readonly Quote[]
  readonly index: number
  readonly dragging: FeedbackId | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onGo: (index: number) => void
  readonly onGrab: (event: PointerEvent, id: FeedbackId) => void
}

/** Thousands of quotes, of which those in sight are drawn. The list has the focus, and says which row is meant. */
export function QuoteList({ editor, quotes, index, dragging, onKeyDown, onGo, onGrab }: QuoteListProps) {
  const { t } = useT()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const rows = useRowWindow(box, quotes.length, ROW)
  useLayoutEffect(() => {
    if (box.current) showRow(box.current, index, ROW)
  }, [index])
  const drawn = quotes.slice(rows.from, rows.to)
  return (
    <div
      ref={box}
      className={styles['list']}
      role="listbox"
      aria-label={t('feedback.list')}
      aria-describedby={`${id}hint`}
      aria-activedescendant={index >= 0 ? `${id}${index}` : undefined}
      tabIndex={0}
      data-first-stop=""
      onKeyDown={onKeyDown}
    >
      <VisuallyHidden id={`${id}hint`}>{t('feedback.hint')}</VisuallyHidden>
      <div role="presentation" style={{ blockSize: quotes.length * ROW, position: 'relative' }}>
        {drawn.map((quote, offset) => {
          const at = rows.from + offset
          return (
            <QuoteRow
              key={quote.feedback.id}
              id={`${id}${at}`}
              editor={editor}
              quote={quote}
              top={at * ROW}
              place={{ at: at + 1, of: quotes.length }}
              isCurrent={at === index}
              isDragged={dragging === quote.feedback.id}
              onPointerDown={(event) => {
                onGo(at)
                onGrab(event, quote.feedback.id)
              }}
            />
          )
        })}
      </div>
    </div>
  )
}
