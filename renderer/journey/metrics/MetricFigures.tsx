import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Metric } from '../../../shared/journey/entities.ts'
import { readNumber } from '../../../shared/journey/importData/readNumber.ts'
import { readPeriod, sortPeriods, type ReadPeriod } from '../../../shared/journey/importData/readPeriod.ts'
import { figureOf } from '../../../shared/scene/drawChart.ts'
import { periodName } from '../../../shared/scene/periodName.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Metrics.module.css'

interface MetricFiguresProps {
  readonly metric: Metric
  readonly disabled: boolean
  readonly onChange: (series: Metric['series']) => void
}

/** The figures of a metric, the newest first; one may be added by hand. */
export function MetricFigures({ metric, disabled, onChange }: MetricFiguresProps) {
  const { t } = useT()
  const { number } = useFormat()
  const words = { t, number }
  const figures = metric.series.map((figure, index) => ({ ...figure, index })).toReversed()
  return (
    <section className={styles['figures']} aria-label={t('metric.figures')}>
      <h3>{t('metric.figures')}</h3>
      {!disabled && <NewFigure metric={metric} onChange={onChange} />}
      <ul>
        {figures.map(({ index, period, value }) => (
          <li key={index}>
            <bdi>{periodName(period, words)}</bdi>
            <bdi>{figureOf({ value }, metric.unit, words)}</bdi>
            {!disabled && (
              <IconButton
                icon={X}
                size="small"
                label={t('metric.removeFigure')}
                onClick={() => onChange(metric.series.filter((_, at) => at !== index))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A period and a value; of a period that is there already, the value takes the place of the old one. */
function NewFigure({ metric, onChange }: Omit<MetricFiguresProps, 'disabled'>) {
  const { t } = useT()
  const [period, setPeriod] = useState('')
  const [value, setValue] = useState('')
  const [tried, setTried] = useState(false)
  const when = readPeriod(period, 'dayFirst')
  const read = readNumber(value, value.includes(',') && !value.includes('.') ? ',' : '.')

  function add(): void {
    setTried(true)
    if (!when || !read) return
    onChange(withFigure(metric.series, when, read.value))
    setPeriod('')
    setValue('')
    setTried(false)
  }
  return (
    <form
      className={styles['newFigure']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={t('metric.period')}
        value={period}
        onChange={setPeriod}
        error={tried && !when ? t('metric.badPeriod') : undefined}
      />
      <TextField
        label={t('metric.value')}
        inputMode="decimal"
        value={value}
        onChange={setValue}
        error={tried && !read ? t('metric.badNumber') : undefined}
      />
      <Button type="submit" icon={Plus} aria-label={t('metric.addFigure')}>
        {t('metric.addFigure')}
      </Button>
    </form>
  )
}

function withFigure(series: Metric['series'], when: ReadPeriod, value: number): Metric['series'] {
  const kept = series.filter(({ period }) => period !== when.period)
  const periods = kept.map(({ period }) => readPeriod(period, 'dayFirst') ?? unread(period))
  const sorted = sortPeriods([...periods, when])
  const byPeriod = new Map([...kept, { period: when.period, value }].map((figure) => [figure.period, figure]))
  return sorted.flatMap(({ period }) => byPeriod.get(period) ?? [])
}

/** What nobody can read comes first. */
const unread = (period: string): ReadPeriod => ({ period, rank: -Infinity, round: false })
