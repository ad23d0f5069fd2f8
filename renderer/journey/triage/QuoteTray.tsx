import { useState, type KeyboardEvent } from 'react'
import type { FeedbackId, JourneyId, StepId } from '../../../shared/journey/ids.ts'
import type { Quote, QuoteFilter } from '../../../shared/journey/triage/triage.ts'
import type { Editor } from '../../editor/editor.ts'
import { dismissFeedback, placeQuote } from '../../editor/journey/feedbackCommands.ts'
import { chooseSteps } from '../../editor/journey/showStep.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useStore } from '../../ui/useStore.ts'
import { useDragToStep } from '../dragToStep/useDragToStep.tsx'
import type { PanelSession } from '../panel/panelProps.ts'
import { useUndoable } from '../panel/useUndoable.ts'
import { nameOfStep } from '../placeNames.ts'
import { QuoteDetails } from './QuoteDetails.tsx'
import { QuoteList } from './QuoteList.tsx'
import { keyOf, withKeys } from './stepKeys.ts'
import { StepKeys } from './StepKeys.tsx'
import styles from './Triage.module.css'
import { useCurrentQuote } from './useQuotes.ts'

interface QuoteTrayProps {
  readonly editor: Editor
  readonly session: PanelSession
  readonly quotes: readonly Quote[]
  readonly filter: QuoteFilter
  readonly onClear: () => void
}

/** The quotes, the one that is looked at, and the steps it can go to: by drag, by click, or by one key. */
export function QuoteTray({ editor, session, quotes, filter, onClear }: QuoteTrayProps) {
  const { t } = useT()
  const { shown, current, index, go } = useCurrentQuote(quotes, filter)
  const undoable = useUndoable(editor, session)
  const [wanted, setJourney] = useState<JourneyId | null>(null)
  const chosen = useStore(editor.chosen)
  const { journeys } = editor.workshop
  const all = journeys.all('journeys')
  const journey = journeys.get('journeys', wanted ?? undefined) ?? all[0]
  const steps = withKeys(journey ? journeys.stepsOf(journey.id) : [])
  const chosenStep = chosen?.kind === 'steps' ? chosen.ids[0] : undefined

  function place(id: FeedbackId, step: StepId): void {
    const at = journeys.get('steps', step)
    if (!at || editor.fixed) return
    undoable(t('feedback.placedAt', { step: nameOfStep(editor, at) }), () => placeQuote(editor, id, step))
    chooseSteps(editor, [step])
    if (filter.status === 'all') go(index + 1)
  }
  function dismiss(): void {
    if (!current || current.status === 'placed') return
    const { feedback, status } = current
    const message = status === 'unplaced' ? t('feedback.dismissed') : t('feedback.backInTray')
    undoable(message, () => dismissFeedback(editor, feedback.id, status === 'unplaced'))
    if (filter.status === 'all') go(index + 1)
  }
  const drag = useDragToStep<FeedbackId>({
    editor,
    nameOf: (id) => journeys.get('feedback', id)?.text ?? '',
    onDrop: (id, { step }) => step && place(id, step),
  })

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const key = keyOf(event)
    const jump = jumps(event.key, key)
    if (jump !== undefined) go(index + jump)
    else if (!current || editor.fixed) return
    else if (event.key === 'Enter' && chosenStep) place(current.feedback.id, chosenStep)
    else if (key === 'X' || event.key === 'Delete') dismiss()
    else {
      const step = key === undefined ? undefined : steps.find((one) => one.key === key)?.step
      if (!step) return
      place(current.feedback.id, step.id)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  if (shown.length === 0)
    return (
      <EmptyState title={t('feedback.nothing')}>
        <Button onClick={onClear}>{t('feedback.clear')}</Button>
      </EmptyState>
    )
  return (
    <>
      <QuoteList
        editor={editor}
        quotes={shown}
        index={index}
        dragging={drag.dragging}
        onKeyDown={onKeyDown}
        onGo={go}
        onGrab={(event, id) => drag.start(event, id)}
      />
      {current && (
        <section className={styles['details']} aria-label={t('feedback.chosen')}>
          <QuoteDetails editor={editor} session={session} quote={current} onDismiss={dismiss} />
          {!editor.fixed && (
            <StepKeys
              editor={editor}
              journey={journey}
              steps={steps}
              chosen={chosenStep}
              onJourney={setJourney}
              onPlace={(step) => place(current.feedback.id, step)}
            />
          )}
        </section>
      )}
      {drag.picture}
    </>
  )
}

/** Rows to go by for a key that moves; nothing for any other. */
function jumps(pressed: string, letter: string | undefined): number | undefined {
  if (letter === 'J' || pressed === 'ArrowDown') return 1
  if (letter === 'K' || pressed === 'ArrowUp') return -1
  const far: Partial<Record<string, number>> = {
    PageDown: 8,
    PageUp: -8,
    Home: -Infinity,
    End: Infinity,
  }
  return far[pressed]
}
