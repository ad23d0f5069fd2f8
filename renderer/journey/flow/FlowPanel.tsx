import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useRef, type ComponentType } from 'react'
import { stepBeside, type FlowStep } from '../../../shared/journey/flow/flowSteps.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { PanelProps } from '../panel/panelProps.ts'
import { DoneStep } from './DoneStep.tsx'
import { FeelingsStep } from './FeelingsStep.tsx'
import styles from './flow.module.css'
import { FlowProgress } from './FlowProgress.tsx'
import type { FlowStepProps } from './flowStepProps.ts'
import { FramesStep } from './FramesStep.tsx'
import { MomentsStep } from './MomentsStep.tsx'
import { NotesStep } from './NotesStep.tsx'
import { OwnersStep } from './OwnersStep.tsx'
import { PersonasStep } from './PersonasStep.tsx'
import { PickStep } from './PickStep.tsx'
import { ServesStep } from './ServesStep.tsx'
import { StoryChoice } from './StoryChoice.tsx'
import { TodayStep } from './TodayStep.tsx'
import { useFlow } from './useFlow.ts'

const STEPS: Readonly<Record<FlowStep, ComponentType<FlowStepProps>>> = {
  personas: PersonasStep,
  moments: MomentsStep,
  pick: PickStep,
  frames: FramesStep,
  feelings: FeelingsStep,
  today: TodayStep,
  notes: NotesStep,
  serves: ServesStep,
  owners: OwnersStep,
  done: DoneStep,
}

/** From nobody in particular to a map with owners, one thing after the other; each can be left out, or gone back to. */
export function FlowPanel({ editor, session }: PanelProps) {
  const { t } = useT()
  const state = useFlow(editor)
  const { flow, progress, step, stories } = state
  const onward = useRef<HTMLButtonElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const Step = STEPS[step]

  function go(next: FlowStep): void {
    state.goTo(next)
    // Whoever went on by keyboard goes on in the next step.
    requestAnimationFrame(() => {
      const first = content.current?.querySelector<HTMLElement>('[data-first-stop]')
      ;(first ?? onward.current)?.focus({ preventScroll: true })
    })
  }
  return (
    <div className={styles['flow']}>
      {stories.length > 0 && <StoryChoice editor={editor} state={state} />}
      <FlowProgress step={step} progress={progress} onGo={go} />
      <div className={styles['intro']}>
        <h3 className={styles['title']}>{t(`flowTitle.${step}`)}</h3>
        <p className={styles['text']}>{t(`flowText.${step}`)}</p>
      </div>
      <div ref={content} className={styles['content']} key={`${flow.story} ${step}`}>
        <Step
          {...{ editor, session, flow }}
          track={state.track}
          onTrack={state.setTrack}
          frame={state.frame}
          onFrame={state.setFrame}
          onGo={go}
          onDone={() => onward.current?.focus()}
        />
      </div>
      <footer className={styles['foot']}>
        {step !== 'personas' && (
          <Button variant="ghost" onClick={() => go(stepBeside(step, -1))}>
            <span className={styles['way']}>
              <Icon icon={ArrowLeft} directional />
              {t('flow.back')}
            </span>
          </Button>
        )}
        <span className={styles['space']} />
        {step !== 'done' && (
          <Button
            ref={onward}
            variant={progress[step].done > 0 ? 'primary' : 'secondary'}
            onClick={() => go(stepBeside(step, 1))}
          >
            <span className={styles['way']}>
              {progress[step].done > 0 ? t('flow.next') : t('flow.skip')}
              <Icon icon={ArrowRight} directional />
            </span>
          </Button>
        )}
      </footer>
    </div>
  )
}
