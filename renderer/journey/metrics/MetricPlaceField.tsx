import type { Metric } from '../../../shared/journey/entities.ts'
import type { StageId, StepId } from '../../../shared/journey/ids.ts'
import { stageName } from '../../../shared/scene/journeyNames.ts'
import { placeMetric } from '../../editor/journey/metricCommands.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { Select } from '../../ui/Select.tsx'
import { nameOfJourney, nameOfStep } from '../placeNames.ts'
import styles from './Metrics.module.css'

const NOWHERE = 'nowhere'

/** The step or stage that a metric measures, to be chosen from all there are. */
export function MetricPlaceField({ editor, metric }: { readonly editor: Editor; readonly metric: Metric }) {
  const { t } = useT()
  const { journeys } = editor.workshop
  const all = journeys.all('journeys')
  const stories = [...new Set(all.map(({ story }) => story))]
  const options = [
    { value: NOWHERE, label: t('metric.nowhere') },
    ...stories.flatMap((story) =>
      journeys.stagesOf(story).map((stage) => ({
        value: `stage ${stage.id}`,
        label: t('metric.wholeStage', { stage: stageName(stage, editor.words.get()) }),
      })),
    ),
    ...all.flatMap(({ id }) =>
      journeys.stepsOf(id).map((step) => ({
        value: `step ${step.id}`,
        label:
          all.length > 1
            ? `${nameOfStep(editor, step)} — ${nameOfJourney(editor, id)}`
            : nameOfStep(editor, step),
      })),
    ),
  ]
  const value = metric.step ? `step ${metric.step}` : metric.stage ? `stage ${metric.stage}` : NOWHERE
  return (
    <div className={styles['labelled']}>
      <span aria-hidden>{t('metric.place')}</span>
      <Select
        label={t('metric.place')}
        value={options.some((option) => option.value === value) ? value : NOWHERE}
        options={options}
        disabled={editor.fixed}
        onChange={(next) => {
          const [kind = '', id = ''] = next.split(' ')
          placeMetric(
            editor,
            metric.id,
            kind === 'step' ? { step: id as StepId } : kind === 'stage' ? { stage: id as StageId } : {},
          )
        }}
      />
    </div>
  )
}
