import type { Emotion } from '../../../shared/journey/entities.ts'
import { spreadOf } from '../../../shared/journey/spreadOf.ts'
import { setEmotion } from '../../editor/journey/frameCommands.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { FACES, FEELINGS } from '../fields/feelings.ts'
import styles from './step.module.css'
import type { StepFieldsProps } from './stepFields.ts'

/** What people said on devices of their own about how this feels: how many said what, and the middle to take over. */
export function StepBallots({ editor, steps, ids }: StepFieldsProps) {
  const { t } = useT()
  const { number } = useFormat()
  const said = ids.flatMap((id) =>
    editor.workshop.ballots.about(id, 'feel').flatMap((one) => (one.kind === 'feel' ? one.feeling : [])),
  )
  const { middle, counts } = spreadOf(said)
  if (middle === undefined) return null
  const most = Math.max(...counts.values())
  return (
    <div className={styles['ballots']}>
      <p>{t('stepPanel.ballots', { count: said.length })}</p>
      <ul>
        {FEELINGS.map((felt) => {
          const count = counts.get(felt) ?? 0
          return (
            <li key={felt} aria-label={`${t(`feeling.${felt}`)}: ${number(count)}`}>
              <svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden>
                <rect y={24 - (24 * count) / most} width="100" height={(24 * count) / most} rx="2" />
              </svg>
              <Icon icon={FACES[felt]} size={16} />
              <span aria-hidden>{number(count)}</span>
            </li>
          )
        })}
      </ul>
      <Button
        disabled={editor.fixed || steps.every(({ emotion }) => emotion === middle)}
        onClick={() => setEmotion(editor, ids, middle as Emotion)}
      >
        {t('stepPanel.takeMiddle', { feeling: t(`feeling.${middle as Emotion}`) })}
      </Button>
    </div>
  )
}
