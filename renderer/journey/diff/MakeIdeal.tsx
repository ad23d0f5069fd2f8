import { useState } from 'react'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import { addIdeal } from '../../editor/journey/addIdeal.ts'
import { chosenJourney } from '../../editor/journey/chosenJourney.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { ACTION_ICONS } from '../../ui/icons.ts'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import panel from '../panel/panel.module.css'
import type { PanelProps } from '../panel/panelProps.ts'
import { useJourneyLabel } from './useJourneyLabel.ts'

/** What stands where there is no ideal to compare with: the way to one. */
export function MakeIdeal({ editor }: PanelProps) {
  const { t } = useT()
  const labelOf = useJourneyLabel(editor)
  const current = editor.workshop.journeys.all('journeys').filter(({ kind }) => kind === 'current')
  const [chosen, setChosen] = useState<JourneyId | undefined>(
    () => chosenJourney(editor, ({ kind }) => kind === 'current')?.id,
  )
  const journey = current.find(({ id }) => id === chosen) ?? current[0]
  if (!journey) return <EmptyState title={t('diff.noJourney')} text={t('diff.noJourneyText')} />
  return (
    <div className={panel['sheet']}>
      <EmptyState title={t('diff.none')} text={t('diff.noneText')}>
        {current.length > 1 && (
          <Select
            label={t('diff.of')}
            value={journey.id}
            options={current.map((one) => ({ value: one.id, label: labelOf(one) }))}
            onChange={setChosen}
          />
        )}
        {!editor.fixed && (
          <Button
            variant="primary"
            icon={ACTION_ICONS['journey.makeIdeal']}
            data-first-stop=""
            onClick={() => addIdeal(editor, journey.id, coveredByPanel())}
          >
            {t('action.journey.makeIdeal')}
          </Button>
        )}
      </EmptyState>
    </div>
  )
}
