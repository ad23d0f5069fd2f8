import { useState } from 'react'
import type { Emotion, Step } from '../../../shared/journey/entities.ts'
import { stepNumber } from '../../../shared/journey/structure/readers.ts'
import { journeyName, stageName, stepName } from '../../../shared/scene/journeyNames.ts'
import { chosenSteps, setEmotion, setSteps } from '../../editor/journey/frameCommands.ts'
import { useT } from '../../i18n/useT.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useStore } from '../../ui/useStore.ts'
import { FeelingScale } from '../fields/FeelingScale.tsx'
import type { PanelProps } from '../panel/panelProps.ts'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'
import { sameOf } from './sameOf.ts'
import { StepBallots } from './StepBallots.tsx'
import { StepFacts } from './StepFacts.tsx'
import { StepFeelings } from './StepFeelings.tsx'
import { StepNotes } from './StepNotes.tsx'
import styles from './step.module.css'
import { StepTexts } from './StepTexts.tsx'
import type { StepFieldsProps } from './stepFields.ts'

/** Everything there is to say about the chosen steps. What is typed or chosen goes for all of them. */
export function StepPanel({ editor }: PanelProps) {
  const { t } = useT()
  useWorkshopChanges(editor.workshop)
  useStore(editor.chosen)
  const steps = useLastChosen(editor)
  if (steps.length === 0) return <EmptyState title={t('stepPanel.none')} text={t('stepPanel.noneText')} />
  const props: StepFieldsProps = { editor, steps, ids: steps.map(({ id }) => id) }
  return (
    <div className={styles['panel']}>
      <Heading {...props} />
      {/* Fields are those of these steps: what is being typed never goes into others. */}
      <StepTexts key={props.ids.join(' ')} {...props} />
      <fieldset className={styles['group']} disabled={editor.fixed}>
        <legend>{t('frame.emotion')}</legend>
        <FeelingScale
          label={t('frame.emotion')}
          value={sameOf(steps, ({ emotion }) => emotion).value as Emotion | undefined}
          onChange={(felt) => setEmotion(editor, props.ids, felt)}
        />
        <StepFeelings {...props} />
        <StepBallots {...props} />
      </fieldset>
      <StepFacts {...props} />
      <Switch
        label={t('stepPanel.key')}
        checked={steps.every(({ key }) => key === true)}
        disabled={editor.fixed}
        onChange={(key) => setSteps(editor, props.ids, { key: key || undefined })}
      />
      <StepNotes {...props} />
    </div>
  )
}

/** The chosen steps; while shapes are selected, those that were chosen last, as long as they are there. */
function useLastChosen(editor: PanelProps['editor']): readonly Step[] {
  const [last, setLast] = useState(() => chosenSteps(editor))
  const now = chosenSteps(editor)
  if (now.length > 0 && now !== last) setLast(now)
  const ids = now.length > 0 ? now : last
  return ids.flatMap((id) => editor.workshop.journeys.get('steps', id) ?? [])
}

function Heading({ editor, steps }: StepFieldsProps) {
  const { t } = useT()
  const { journeys } = editor.workshop
  const words = editor.words.get()
  const [step] = steps
  if (!step) return null
  const journey = journeys.get('journeys', step.journey)
  const place = [journey && journeyName(journey, words), stageName(journeys.get('stages', step.stage), words)]
  return (
    <header className={styles['heading']}>
      <h3>
        {steps.length === 1
          ? stepName(step, stepNumber(journeys, step.id), words)
          : t('stepPanel.several', { count: steps.length })}
      </h3>
      {steps.length === 1 && <p>{place.filter(Boolean).join(' · ')}</p>}
    </header>
  )
}
