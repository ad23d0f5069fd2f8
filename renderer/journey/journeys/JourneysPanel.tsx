import { useState } from 'react'
import { useT } from '../../i18n/useT.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import sheet from '../panel/panel.module.css'
import type { PanelProps } from '../panel/panelProps.ts'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'
import { ListsTab } from './ListsTab.tsx'
import { JourneysTab } from './JourneysTab.tsx'

type Tab = 'journeys' | 'lists'

/** All journeys by the stories they tell, and what their steps choose from: channels, touchpoints and teams. */
export function JourneysPanel({ editor, session }: PanelProps) {
  const { t } = useT()
  const [tab, setTab] = useState<Tab>('journeys')
  useWorkshopChanges(editor.workshop)
  return (
    <div className={sheet['sheet']}>
      <div className={sheet['bar']}>
        <SegmentedControl
          label={t('action.panel.journeys')}
          className={sheet['wide']}
          value={tab}
          segments={[
            { value: 'journeys', label: t('action.panel.journeys') },
            { value: 'lists', label: t('journeys.lists') },
          ]}
          onChange={setTab}
        />
      </div>
      <div className={sheet['scroll']}>
        {tab === 'journeys' ? (
          <JourneysTab {...{ editor, session }} />
        ) : (
          <ListsTab {...{ editor, session }} />
        )}
      </div>
    </div>
  )
}
