import { useMemo } from 'react'
import type { Feedback } from '../../../shared/journey/entities.ts'
import { languagesOf, SENTIMENTS, type QuoteFilter } from '../../../shared/journey/triage/triage.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { languageName } from './languageName.ts'
import styles from './Triage.module.css'

const STATUSES = ['unplaced', 'placed', 'dismissed', 'all'] as const
const ANY = 'any'
/** Before languages, so that none is called like the choice of all. */
const TAG = 'tag '

interface QuoteFiltersProps {
  readonly feedback: readonly Feedback[]
  readonly filter: QuoteFilter
  readonly onChange: (filter: QuoteFilter) => void
}

/** Which quotes are listed: by words, by what became of them, by language and by sentiment. */
export function QuoteFilters({ feedback, filter, onChange }: QuoteFiltersProps) {
  const { t } = useT()
  const reader = useLanguage()
  const languages = useMemo(() => languagesOf(feedback), [feedback])
  return (
    <div className={styles['filters']}>
      <TextField
        label={t('feedback.search')}
        hideLabel
        type="search"
        placeholder={t('feedback.search')}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <div className={styles['choices']}>
        <Select
          label={t('feedback.status')}
          value={filter.status}
          options={STATUSES.map((value) => ({ value, label: t(`quoteStatus.${value}`) }))}
          onChange={(status) => onChange({ ...filter, status })}
        />
        {languages.length > 1 && (
          <Select
            label={t('feedback.language')}
            value={filter.language === undefined ? ANY : TAG + filter.language}
            options={[
              { value: ANY, label: t('feedback.anyLanguage') },
              ...languages.map((language) => ({
                value: TAG + language,
                label: language === '' ? t('feedback.noLanguage') : languageName(language, reader),
              })),
            ]}
            onChange={(value) =>
              onChange({ ...filter, language: value === ANY ? undefined : value.slice(TAG.length) })
            }
          />
        )}
        <Select
          label={t('feedback.sentiment')}
          value={filter.sentiment ?? ANY}
          options={[
            { value: ANY, label: t('feedback.anySentiment') },
            ...SENTIMENTS.map((value) => ({ value, label: t(`sentiment.${value}`) })),
          ]}
          onChange={(value) => onChange({ ...filter, sentiment: value === ANY ? undefined : value })}
        />
      </div>
    </div>
  )
}
