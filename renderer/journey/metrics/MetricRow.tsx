import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react'
import type { PointerEvent } from 'react'
import type { Metric } from '../../../shared/journey/entities.ts'
import { metricFacts, sparkline } from '../../../shared/journey/metricFacts.ts'
import { figureOf } from '../../../shared/scene/drawChart.ts'
import { periodName } from '../../../shared/scene/periodName.ts'
import type { Editor } from '../../editor/editor.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Sparkline } from '../../ui/Sparkline.tsx'
import { placeOfMetric } from '../placeNames.ts'
import styles from './Metrics.module.css'

const TREND_ICONS = { up: ArrowUp, down: ArrowDown, flat: ArrowRight } as const

interface MetricRowProps {
  readonly editor: Editor
  readonly metric: Metric
  readonly isFirst: boolean
  readonly isDragged: boolean
  readonly onGrab: (event: PointerEvent) => void
  readonly onOpen: () => void
}

/** A metric with its newest figure, how it got there, and where it belongs. A click opens it, a drag places it. */
export function MetricRow({ editor, metric, isFirst, isDragged, onGrab, onOpen }: MetricRowProps) {
  const { t } = useT()
  const { number } = useFormat()
  const facts = metricFacts(metric)
  const { points, target } = sparkline(metric)
  const words = { t, number }
  const place = placeOfMetric(editor, metric, t)
  const tone = facts?.good === undefined ? 'neutral' : facts.good ? 'good' : 'bad'
  return (
    <li className={styles['item']} data-dragged={isDragged ? '' : undefined}>
      <button
        type="button"
        className={styles['row']}
        data-first-stop={isFirst ? '' : undefined}
        onPointerDown={onGrab}
        onClick={onOpen}
      >
        <span className={styles['about']}>
          <bdi className={styles['name']}>{metric.name || t('metric.untitled')}</bdi>
          <bdi className={styles['place']} data-nowhere={place === undefined ? '' : undefined}>
            {place ?? t('metric.nowhere')}
          </bdi>
        </span>
        <Sparkline points={points} target={target} tone={tone} className={styles['spark']} />
        {facts && (
          <span className={styles['figure']} data-tone={tone}>
            <b>
              <bdi>{figureOf(facts, metric.unit, words)}</bdi>
              {facts.trend && (
                <Icon icon={TREND_ICONS[facts.trend]} size={14} directional={facts.trend === 'flat'} />
              )}
            </b>
            <small>
              {metric.target === undefined
                ? periodName(facts.period, words)
                : t('metric.targetIs', { target: number(metric.target) })}
            </small>
          </span>
        )}
      </button>
    </li>
  )
}
