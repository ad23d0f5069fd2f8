import type { KeyboardEvent } from 'react'
import type { Emotion } from '../../../shared/journey/entities.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { feelingOfKey } from '../fields/feelings.ts'
import { FeelingScale } from '../fields/FeelingScale.tsx'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'
import { frameBeside, FrameWalk } from './FrameWalk.tsx'

/** How whoever's way it is feels at each frame: a key for each, and on to the next. */
export function FeelingsStep({ editor, flow, frame, onFrame, onDone }: FlowStepProps) {
  const { t } = useT()
  if (!frame) return <p className={styles['nothing']}>{t('flow.noFrames')}</p>
  const { id, emotion } = frame.step

  function onward(): void {
    const next = frame && frameBeside(flow.frames, frame, 1)
    if (next) onFrame(next.step.id)
    else onDone()
  }
  function set(felt: Emotion | undefined): void {
    setEntity(editor, 'steps', id, { emotion: felt })
  }
  function onKeyDown(event: KeyboardEvent): void {
    const felt = feelingOfKey(event)
    if (felt !== undefined) set(felt === 'none' ? undefined : felt)
    else if (event.key !== 'Enter' || !isScale(event.target)) return
    event.preventDefault()
    if (felt !== 'none') onward()
  }
  return (
    <FrameWalk
      {...{ editor, flow, frame, onFrame, onKeyDown }}
      isDone={({ step }) => step.emotion !== undefined}
    >
      <FeelingScale label={t('flowTitle.feelings')} value={emotion as Emotion | undefined} onChange={set} />
      <p className={styles['hint']}>{t('flow.feelings.hint')}</p>
    </FrameWalk>
  )
}

const isScale = (target: EventTarget): boolean => target instanceof HTMLElement && target.role === 'radio'
