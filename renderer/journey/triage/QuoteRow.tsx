import type { PointerEvent } from 'react'
import { sentimentOf, type Quote } from '../../../shared/journey/triage/triage.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { QuoteFacts } from './QuoteFacts.tsx'
import styles from './Triage.module.css'

interface QuoteRowProps {
  readonly id: string
  readonly editor: Editor
  readonly quote: Quote
  /** CSS pixels from the top of the list. */
  readonly top: number
  /** Counted from 1. */
  readonly place: { readonly at: number; readonly of: number }
  readonly isCurrent: boolean
  readonly isDragged: boolean
  readonly onPointerDown: (event: PointerEvent) => void
}

/** A quote, its first lines, and what is known of it. */
export function QuoteRow(props: QuoteRowProps) {
  const { id, editor, quote, top, place, isCurrent, isDragged, onPointerDown } = props
  const { t } = useT()
  const { feedback } = quote
  const sentiment = sentimentOf(feedback)
  return (
    <div
      id={id}
      className={styles['row']}
      style={{ insetBlockStart: top }}
      role="option"
      aria-selected={isCurrent}
      aria-posinset={place.at}
      aria-setsize={place.of}
      data-dragged={isDragged ? '' : undefined}
      onPointerDown={onPointerDown}
    >
      <span
        className={styles['dot']}
        data-sentiment={sentiment}
        role="img"
        aria-label={t(`sentiment.${sentiment}`)}
      />
      <p className={styles['text']} dir="auto" lang={feedback.language}>
        {feedback.text}
      </p>
      <QuoteFacts editor={editor} quote={quote} />
    </div>
  )
}
