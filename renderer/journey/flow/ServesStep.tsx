import { Check, Lightbulb } from 'lucide-react'
import type { FlowFrame } from '../../../shared/journey/flow/flowStory.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import { trackName } from '../../../shared/journey/trackName.ts'
import type { Note } from '../../../shared/model/shape.ts'
import { stepName } from '../../../shared/scene/journeyNames.ts'
import { lookAtStep } from '../../editor/journey/lookAtStep.ts'
import { setServes } from '../../editor/journey/setServes.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import { useStore } from '../../ui/useStore.ts'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'

/** Which frame each idea serves: the standing question to all of them. */
export function ServesStep({ editor, flow }: FlowStepProps) {
  const { t } = useT()
  const { number } = useFormat()
  const words = useStore(editor.words)
  const { ideas, frames, tracks } = flow
  if (ideas.length === 0) return <p className={styles['nothing']}>{t('flow.serves.nothing')}</p>
  const known = new Set(frames.map(({ step }) => step.id))
  const servedBy = ({ serves }: Note) => (serves !== undefined && known.has(serves) ? serves : undefined)
  const open = ideas.filter((idea) => servedBy(idea) === undefined)
  const noted = open.filter(({ cell }) => cell?.step !== undefined && known.has(cell.step))
  const firstOpen = open[0]?.id ?? ideas[0]?.id

  function nameOf({ step, journey, number: at }: FlowFrame): string {
    const actor = tracks.find((one) => one.journey.id === journey.id)?.actor
    return t('flow.serves.frame', {
      track: trackName(journey, actor, words),
      number: number(at),
      name: stepName(step, at, words),
    })
  }
  const options = [
    { value: '', label: t('flow.serves.none') },
    ...frames.map((frame) => ({ value: frame.step.id as string, label: nameOf(frame) })),
  ]
  return (
    <div className={styles['stack']}>
      {noted.length > 0 && !editor.readOnly && (
        <Button
          icon={Check}
          onClick={() => setServes(editor, new Map(noted.map(({ id, cell }) => [id, cell?.step])))}
        >
          {t('flow.serves.asNoted', { count: noted.length })}
        </Button>
      )}
      <ul className={styles['plain']} aria-label={t('flowTitle.serves')}>
        {ideas.map((idea) => (
          <li key={idea.id} className={styles['card']}>
            <span className={styles['cardText']}>
              <Icon icon={Lightbulb} />
              <span dir="auto">{idea.text}</span>
            </span>
            <Select
              label={t('flow.serves.of', { text: idea.text })}
              className={styles['wide']}
              value={servedBy(idea) ?? ''}
              options={options}
              disabled={editor.readOnly}
              first={idea.id === firstOpen}
              onChange={(value) => {
                const step = value === '' ? undefined : (value as StepId)
                setServes(editor, new Map([[idea.id, step]]))
                if (step !== undefined) lookAtStep(editor, step, coveredByPanel())
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
