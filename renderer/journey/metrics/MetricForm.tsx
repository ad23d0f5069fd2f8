import { ArrowLeft, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import type { Metric } from '../../../shared/journey/entities.ts'
import type { EntityPatch } from '../../../shared/journey/changeJourneys.ts'
import { changeMetric, removeMetric } from '../../editor/journey/metricCommands.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { PanelSession } from '../panel/panelProps.ts'
import { useUndoable } from '../panel/useUndoable.ts'
import { MetricFigures } from './MetricFigures.tsx'
import { MetricPlaceField } from './MetricPlaceField.tsx'
import styles from './Metrics.module.css'

interface MetricFormProps {
  readonly editor: Editor
  readonly session: PanelSession
  readonly metric: Metric
  readonly onClose: () => void
}

/** Everything about one metric. What is typed into one field in a row is undone at once. */
export function MetricForm({ editor, session, metric, onClose }: MetricFormProps) {
  const { t } = useT()
  const undoable = useUndoable(editor, session)
  const step = useRef({})
  const begin = () => void (step.current = {})
  const change = (patch: EntityPatch<'metrics'>) => changeMetric(editor, metric.id, patch, step.current)
  const disabled = editor.fixed

  function remove(): void {
    const name = metric.name || t('metric.untitled')
    undoable(t('metric.removed', { name }), () => removeMetric(editor, metric.id))
    onClose()
  }
  return (
    <div className={styles['panel']}>
      <div className={styles['formHead']}>
        <Button variant="ghost" icon={ArrowLeft} className={styles['back']} onClick={onClose}>
          {t('metric.done')}
        </Button>
        {!disabled && (
          <Button variant="ghost" icon={Trash2} onClick={remove}>
            {t('metric.remove')}
          </Button>
        )}
      </div>
      <div className={styles['form']} onFocus={begin}>
        <TextField
          label={t('metric.name')}
          data-first-stop=""
          value={metric.name}
          maxLength={200}
          disabled={disabled}
          onChange={(name) => change({ name })}
        />
        <MetricPlaceField editor={editor} metric={metric} />
        <div className={styles['pair']}>
          <TextField
            label={t('metric.unit')}
            value={metric.unit}
            maxLength={40}
            disabled={disabled}
            onChange={(unit) => change({ unit })}
          />
          <NumberField
            label={t('metric.target')}
            value={metric.target}
            disabled={disabled}
            problem={t('metric.badNumber')}
            onChange={(target) => change({ target })}
          />
        </div>
        <SegmentedControl
          label={t('metric.better')}
          value={metric.better}
          segments={[
            { value: 'higher', label: t('metric.higher'), disabled },
            { value: 'lower', label: t('metric.lower'), disabled },
          ]}
          onChange={(better) => change({ better })}
        />
        <MetricFigures metric={metric} disabled={disabled} onChange={(series) => change({ series })} />
        {metric.source !== '' && (
          <p className={styles['hint']}>{t('metric.source', { source: metric.source })}</p>
        )}
      </div>
    </div>
  )
}
