import type { Journey } from '../../../shared/journey/entities.ts'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import type { Editor } from '../../editor/editor.ts'
import { addIdeal } from '../../editor/journey/addIdeal.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { ACTION_ICONS } from '../../ui/icons.ts'
import { useJourneyLabel } from '../diff/useJourneyLabel.ts'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import styles from './journeys.module.css'

interface JourneyIdealProps {
  readonly editor: Editor
  readonly journey: Journey
}

/** The way from a current journey to its ideal, and of an ideal the current one that it is compared with. */
export function JourneyIdeal({ editor, journey }: JourneyIdealProps) {
  const { t } = useT()
  const labelOf = useJourneyLabel(editor)
  const { fixed: readOnly } = editor
  if (journey.kind === 'current')
    return readOnly ? null : (
      <Button
        icon={ACTION_ICONS['journey.makeIdeal']}
        onClick={() => addIdeal(editor, journey.id, coveredByPanel())}
      >
        {t('action.journey.makeIdeal')}
      </Button>
    )
  const current = editor.workshop.journeys.all('journeys').filter(({ kind }) => kind === 'current')
  return (
    <div className={styles['field']}>
      <span className={styles['label']}>{t('diff.idealOf')}</span>
      <Select
        label={t('diff.idealOf')}
        className={styles['wide']}
        value={current.find(({ id }) => id === journey.of)?.id ?? ''}
        disabled={readOnly}
        options={[
          { value: '', label: t('diff.ofNone') },
          ...current.map((one) => ({ value: one.id as string, label: labelOf(one) })),
        ]}
        onChange={(value) =>
          setEntity(editor, 'journeys', journey.id, { of: value === '' ? undefined : (value as JourneyId) })
        }
      />
    </div>
  )
}
