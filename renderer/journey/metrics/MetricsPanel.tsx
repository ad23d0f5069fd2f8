import { useState } from 'react'
import type { MetricId } from '../../../shared/journey/ids.ts'
import { addMetric, placeMetric } from '../../editor/journey/metricCommands.ts'
import { chooseSteps } from '../../editor/journey/showStep.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ACTION_ICONS } from '../../ui/icons.ts'
import { useDragToStep } from '../dragToStep/useDragToStep.tsx'
import type { PanelProps } from '../panel/panelProps.ts'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'
import { MetricForm } from './MetricForm.tsx'
import { MetricRow } from './MetricRow.tsx'
import styles from './Metrics.module.css'

/** All metrics of the workshop: to be put where they belong, and to be edited. */
export function MetricsPanel({ editor, session }: PanelProps) {
  const { t } = useT()
  useWorkshopChanges(editor.workshop)
  const [open, setOpen] = useState<MetricId | null>(null)
  const metrics = editor.workshop.journeys.all('metrics')
  const drag = useDragToStep<MetricId>({
    editor,
    stages: true,
    nameOf: (id) => editor.workshop.journeys.get('metrics', id)?.name ?? '',
    onDrop(id, { step, stage }) {
      placeMetric(editor, id, { ...(step && { step }), ...(stage && { stage }) })
      if (step) chooseSteps(editor, [step])
    },
  })
  const add = () => setOpen(addMetric(editor, { name: '', unit: '', better: 'higher', series: [] }) ?? null)
  const buttons = !editor.fixed && (
    <div className={styles['buttons']}>
      <Button icon={ACTION_ICONS['data.import']} onClick={() => session.run('data.import')}>
        {t('metric.import')}
      </Button>
      <Button onClick={add}>{t('metric.add')}</Button>
    </div>
  )

  const opened = editor.workshop.journeys.get('metrics', open ?? undefined)
  if (opened)
    return (
      <MetricForm
        key={opened.id}
        editor={editor}
        session={session}
        metric={opened}
        onClose={() => setOpen(null)}
      />
    )
  if (metrics.length === 0)
    return (
      <div className={styles['panel']}>
        <EmptyState title={t('metric.none')} text={t('metric.noneText')} />
        <div className={styles['centred']}>{buttons}</div>
      </div>
    )
  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        {buttons}
        <p className={styles['hint']}>{t('metric.dragHint')}</p>
      </div>
      <ul className={styles['list']} aria-label={t('metric.list')}>
        {metrics.map((metric, index) => (
          <MetricRow
            key={metric.id}
            editor={editor}
            metric={metric}
            isFirst={index === 0}
            isDragged={drag.dragging === metric.id}
            onGrab={(event) => drag.start(event, metric.id)}
            onOpen={() => setOpen(metric.id)}
          />
        ))}
      </ul>
      {drag.picture}
    </div>
  )
}
