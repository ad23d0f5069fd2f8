import type { Journey } from '../../../shared/journey/entities.ts'
import type { JourneyId, StepId } from '../../../shared/journey/ids.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Select } from '../../ui/Select.tsx'
import { nameOfJourney, nameOfStep } from '../placeNames.ts'
import type { KeyedStep } from './stepKeys.ts'
import styles from './Triage.module.css'

interface StepKeysProps {
  readonly editor: Editor
  readonly journey: Journey | undefined
  readonly steps: readonly KeyedStep[]
  readonly chosen: StepId | undefined
  readonly onJourney: (id: JourneyId) => void
  readonly onPlace: (step: StepId) => void
}

/** The steps of a journey with the keys that place a quote there. */
export function StepKeys({ editor, journey, steps, chosen, onJourney, onPlace }: StepKeysProps) {
  const { t } = useT()
  const all = editor.workshop.journeys.all('journeys')
  if (!journey || (steps.length === 0 && all.length < 2))
    return <p className={styles['hint']}>{t('feedback.noSteps')}</p>
  return (
    <div className={styles['steps']}>
      <div className={styles['stepsHead']}>
        <h3>{t('feedback.placeAt')}</h3>
        {all.length > 1 && (
          <Select
            label={t('feedback.journey')}
            value={journey.id}
            options={all.map(({ id }) => ({ value: id, label: nameOfJourney(editor, id) }))}
            onChange={onJourney}
          />
        )}
      </div>
      <ul className={styles['keys']} aria-label={t('feedback.placeAt')}>
        {steps.map(({ step, key }) => (
          <li key={step.id}>
            <button
              type="button"
              className={styles['key']}
              data-chosen={step.id === chosen ? '' : undefined}
              onClick={() => onPlace(step.id)}
            >
              {key !== undefined && <Kbd>{key}</Kbd>}
              <bdi>{nameOfStep(editor, step)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
