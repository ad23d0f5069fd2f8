import type { KeyboardEvent } from 'react'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { isComposing } from '../fields/isComposing.ts'
import { WordsField } from '../fields/WordsField.tsx'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'
import { frameBeside, FrameWalk } from './FrameWalk.tsx'
import { StepMeans } from './StepMeans.tsx'

/** What we do at each frame today. Nothing is an answer, and shows. */
export function TodayStep({ editor, flow, frame, onFrame, onDone }: FlowStepProps) {
  const { t } = useT()
  if (!frame) return <p className={styles['nothing']}>{t('flow.noFrames')}</p>
  const { id, today } = frame.step

  function onKeyDown(event: KeyboardEvent): void {
    const isText = event.target instanceof HTMLTextAreaElement
    if (event.key !== 'Enter' || event.shiftKey || !isText || isComposing(event)) return
    event.preventDefault()
    const next = frame && frameBeside(flow.frames, frame, 1)
    if (next) onFrame(next.step.id)
    else onDone()
  }
  return (
    <FrameWalk
      {...{ editor, flow, frame, onFrame, onKeyDown }}
      isDone={({ step }) => step.today.trim() !== ''}
    >
      <WordsField
        label={t('flowTitle.today')}
        placeholder={t('flow.today.placeholder')}
        rows={4}
        readOnly={editor.fixed}
        data-first-stop=""
        value={today}
        onEdit={(text, step) => setEntity(editor, 'steps', id, { today: text }, step)}
      />
      <StepMeans editor={editor} step={frame.step} />
      {today.trim() === '' && <p className={styles['hole']}>{t('flow.today.hole')}</p>}
      <p className={styles['hint']}>{t('flow.today.hint')}</p>
    </FrameWalk>
  )
}
