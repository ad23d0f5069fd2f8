import { SENTIMENTS, sentimentOf, type Quote } from '../../../shared/journey/triage/triage.ts'
import type { Editor } from '../../editor/editor.ts'
import { judgeFeedback, splitFeedback, takeQuoteBack } from '../../editor/journey/feedbackCommands.ts'
import { showNotes } from '../../editor/journey/showStep.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import type { PanelSession } from '../panel/panelProps.ts'
import { useUndoable } from '../panel/useUndoable.ts'
import { QuoteFacts } from './QuoteFacts.tsx'
import styles from './Triage.module.css'

interface QuoteDetailsProps {
  readonly editor: Editor
  readonly session: PanelSession
  readonly quote: Quote
  readonly onDismiss: () => void
}

/** A quote with all its words, how it was meant, and what can be done with it. */
export function QuoteDetails({ editor, session, quote, onDismiss }: QuoteDetailsProps) {
  const { t } = useT()
  const undoable = useUndoable(editor, session)
  const { feedback, status, merged } = quote
  const note = feedback.note && editor.workshop.shapes.get(feedback.note)

  function takeBack(): void {
    undoable(t('feedback.backInTray'), () => takeQuoteBack(editor, feedback.id))
  }
  return (
    <>
      <blockquote className={styles['quote']} dir="auto" lang={feedback.language}>
        {feedback.text}
      </blockquote>
      <QuoteFacts editor={editor} quote={quote} />
      <div className={styles['deeds']}>
        <SegmentedControl
          label={t('feedback.sentiment')}
          value={sentimentOf(feedback)}
          segments={SENTIMENTS.map((value) => ({
            value,
            label: t(`sentiment.${value}`),
            disabled: editor.fixed,
          }))}
          onChange={(sentiment) => judgeFeedback(editor, feedback.id, sentiment)}
        />
        {!editor.fixed && status !== 'placed' && (
          <Button variant="ghost" onClick={onDismiss}>
            {status === 'dismissed' ? t('feedback.restore') : t('feedback.dismiss')} <Kbd>X</Kbd>
          </Button>
        )}
        {note && (
          <Button variant="ghost" onClick={() => showNotes(editor, [note])}>
            {t('feedback.show')}
          </Button>
        )}
        {!editor.fixed && status === 'placed' && (
          <Button variant="ghost" onClick={takeBack}>
            {t('feedback.takeBack')}
          </Button>
        )}
        {!editor.fixed && merged.length > 0 && (
          <Button
            variant="ghost"
            onClick={() =>
              splitFeedback(
                editor,
                merged.map(({ id }) => id),
              )
            }
          >
            {t('feedback.split')}
          </Button>
        )}
      </div>
    </>
  )
}
