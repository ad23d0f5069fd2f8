import { Files } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { countUnplaced, NO_FILTER, type QuoteFilter } from '../../../shared/journey/triage/triage.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ACTION_ICONS } from '../../ui/icons.ts'
import type { PanelProps } from '../panel/panelProps.ts'
import { Duplicates } from './Duplicates.tsx'
import { QuoteFilters } from './QuoteFilters.tsx'
import { QuoteTray } from './QuoteTray.tsx'
import { UnplacedShare } from './UnplacedShare.tsx'
import styles from './Triage.module.css'
import { useQuotes } from './useQuotes.ts'

/** The triage tray: what people said, waiting for the step that it is about. */
export function TriagePanel({ editor, session }: PanelProps) {
  const { t } = useT()
  const quotes = useQuotes(editor)
  const [filter, setFilter] = useState<QuoteFilter>(NO_FILTER)
  const [mode, setMode] = useState<'tray' | 'duplicates'>('tray')
  // Typing goes on while the list is worked out.
  const used = useDeferredValue(filter)
  const importMore = !editor.fixed && (
    <Button icon={ACTION_ICONS['data.import']} onClick={() => session.run('data.import')}>
      {t('feedback.import')}
    </Button>
  )
  if (quotes.length === 0)
    return (
      <div className={styles['panel']}>
        <EmptyState title={t('feedback.none')} text={t('feedback.noneText')}>
          {importMore}
        </EmptyState>
      </div>
    )
  if (mode === 'duplicates')
    return <Duplicates editor={editor} session={session} quotes={quotes} onClose={() => setMode('tray')} />
  return (
    <div className={styles['panel']}>
      <div className={styles['head']}>
        <div className={styles['headLine']}>
          <UnplacedShare {...countUnplaced(quotes)} />
          {!editor.fixed && (
            <>
              <IconButton
                icon={Files}
                label={t('feedback.duplicates')}
                onClick={() => setMode('duplicates')}
              />
              <IconButton
                icon={ACTION_ICONS['data.import'] ?? Files}
                label={t('feedback.import')}
                onClick={() => session.run('data.import')}
              />
            </>
          )}
        </div>
        <QuoteFilters
          feedback={editor.workshop.journeys.all('feedback')}
          filter={filter}
          onChange={setFilter}
        />
      </div>
      <QuoteTray
        editor={editor}
        session={session}
        quotes={quotes}
        filter={used}
        onClear={() => setFilter(NO_FILTER)}
      />
    </div>
  )
}
