import { metricFacts, sparkline } from '../../shared/journey/metricFacts.ts'
import type { MetricLook } from '../../shared/journey/importData/metricLook.ts'
import type { MetricBase, MetricDraft, MetricsFound } from '../../shared/journey/importData/metricsFrom.ts'
import { figureOf } from '../../shared/scene/drawChart.ts'
import { periodName } from '../../shared/scene/periodName.ts'
import { useFormat } from '../i18n/useFormat.ts'
import { useT } from '../i18n/useT.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { Sparkline } from '../ui/Sparkline.tsx'
import { Switch } from '../ui/Switch.tsx'
import { TextField } from '../ui/TextField.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './ImportData.module.css'

interface MetricLooksProps {
  readonly found: MetricsFound
  readonly onLook: (base: string, look: Partial<MetricLook>) => void
}

/** What each metric will be called and mean, with how it looks. */
export function MetricLooks({ found, onLook }: MetricLooksProps) {
  const { t } = useT()
  if (found.bases.length === 0) return <p className={styles['nothing']}>{t('importData.nothingFound')}</p>
  return (
    <ul className={styles['looks']}>
      {found.bases.map((base) => (
        <Look
          key={base.base}
          of={base}
          metrics={found.metrics.filter(({ key }) => key.startsWith(`${base.base}\n`))}
          onLook={(look) => onLook(base.base, look)}
        />
      ))}
    </ul>
  )
}

interface LookProps {
  readonly of: MetricBase
  readonly metrics: readonly MetricDraft[]
  readonly onLook: (look: Partial<MetricLook>) => void
}

function Look({ of: { base, look }, metrics, onLook }: LookProps) {
  const { t } = useT()
  return (
    <li className={styles['look']} data-left-out={look.included ? undefined : ''}>
      <div className={styles['fieldsOfLook']}>
        <Switch
          label={<VisuallyHidden>{t('importData.include', { name: look.name })}</VisuallyHidden>}
          checked={look.included}
          onChange={(included) => onLook({ included })}
        />
        <TextField
          label={t('metric.name')}
          hideLabel
          value={look.name}
          disabled={!look.included}
          onChange={(name) => onLook({ name })}
        />
        <TextField
          label={t('metric.unit')}
          hideLabel
          placeholder={t('metric.unit')}
          value={look.unit}
          disabled={!look.included}
          onChange={(unit) => onLook({ unit: unit.slice(0, 40) })}
        />
        <Select
          label={t('metric.better')}
          value={look.better}
          disabled={!look.included}
          options={[
            { value: 'higher', label: t('metric.higher') },
            { value: 'lower', label: t('metric.lower') },
          ]}
          onChange={(better) => onLook({ better })}
        />
        <NumberField
          label={t('metric.target')}
          hideLabel
          placeholder={t('metric.target')}
          value={look.target}
          disabled={!look.included}
          onChange={(target) => onLook({ target })}
        />
      </div>
      {look.included && (
        <ul className={styles['drafts']} aria-label={base}>
          {metrics.slice(0, MOST_DRAFTS).map((draft) => (
            <Draft key={draft.key} draft={draft} isOnly={metrics.length === 1} />
          ))}
          {metrics.length > MOST_DRAFTS && <li aria-hidden>…</li>}
        </ul>
      )}
    </li>
  )
}

/** Series shown of one name. */
const MOST_DRAFTS = 8

interface DraftProps {
  readonly draft: MetricDraft
  /** Then its name is said already. */
  readonly isOnly: boolean
}

function Draft({ draft, isOnly }: DraftProps) {
  const { t } = useT()
  const { number } = useFormat()
  const facts = metricFacts(draft)
  const { points, target } = sparkline(draft)
  if (!facts) return null
  const words = { t, number }
  const periods = [draft.series[0]?.period ?? '', facts.period]
  const range = [...new Set(periods)].map((period) => periodName(period, words))
  return (
    <li className={styles['draft']}>
      <Sparkline points={points} target={target} tone={toneOf(facts.good)} />
      <span>
        <b>
          <bdi>{figureOf(facts, draft.unit, words)}</bdi>
        </b>
        <bdi>{isOnly ? range.join(' – ') : draft.name}</bdi>
      </span>
    </li>
  )
}

const toneOf = (good: boolean | undefined) => (good === undefined ? 'neutral' : good ? 'good' : 'bad')
