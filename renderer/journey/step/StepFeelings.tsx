import type { Emotion } from '../../../shared/journey/entities.ts'
import { personaName } from '../../../shared/scene/journeyNames.ts'
import { useT } from '../../i18n/useT.ts'
import { FeelingButton } from '../fields/FeelingButton.tsx'
import { Avatar } from '../personas/Avatar.tsx'
import { sameOf } from './sameOf.ts'
import styles from './step.module.css'
import type { StepFieldsProps } from './stepFields.ts'

/** How others than the actor feel here: the workshop's other personas. */
export function StepFeelings({ editor, steps, ids }: StepFieldsProps) {
  const { t } = useT()
  const { journeys } = editor.workshop
  const actors = new Set(steps.map(({ journey }) => journeys.get('journeys', journey)?.actor))
  const others = journeys.all('personas').filter(({ id }) => !actors.has(id))
  const words = editor.words.get()
  if (others.length === 0) return null
  return (
    <ul className={styles['feelings']} aria-label={t('stepPanel.others')}>
      {others.map((persona) => (
        <li key={persona.id}>
          <Avatar persona={persona} />
          <span className={styles['name']}>{personaName(persona, words)}</span>
          <FeelingButton
            of={personaName(persona, words)}
            value={sameOf(steps, ({ feelings }) => feelings[persona.id]).value as Emotion | undefined}
            disabled={editor.fixed}
            onChange={(felt) =>
              editor.workshop.change((change) => {
                for (const id of ids) change.feel(id, persona.id, felt)
              })
            }
          />
        </li>
      ))}
    </ul>
  )
}
