import type { Share } from '../../../shared/journey/flow/flowProgress.ts'
import { FLOW_STEPS, type FlowStep } from '../../../shared/journey/flow/flowSteps.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import styles from './flow.module.css'

interface FlowProgressProps {
  readonly step: FlowStep
  readonly progress: Readonly<Record<FlowStep, Share>>
  readonly onGo: (step: FlowStep) => void
}

const COUNTED = FLOW_STEPS.filter((step) => step !== 'done')

/** All steps as a bar: how far each is, and the way to each. */
export function FlowProgress({ step, progress, onGo }: FlowProgressProps) {
  const { t } = useT()
  const { number } = useFormat()
  const at = COUNTED.findIndex((one) => one === step)
  return (
    <nav className={styles['progress']} aria-label={t('flow.steps')}>
      <ol className={styles['bars']}>
        {COUNTED.map((one, index) => {
          const { done, of } = progress[one]
          const name = `${number(index + 1)}. ${t(`flowTitle.${one}`)}`
          const share = of === 0 ? 0 : done / of
          return (
            <li key={one}>
              <Tooltip label={name}>
                <button
                  type="button"
                  className={styles['bar']}
                  aria-label={
                    of === 0 ? name : t('flow.stepDone', { step: name, done: number(done), of: number(of) })
                  }
                  aria-current={one === step ? 'step' : undefined}
                  onClick={() => onGo(one)}
                >
                  <span className={styles['fill']} style={{ inlineSize: `${share * 100}%` }} />
                </button>
              </Tooltip>
            </li>
          )
        })}
      </ol>
      <span className={styles['place']}>
        {at < 0
          ? t('flow.finished')
          : t('flow.place', { place: number(at + 1), total: number(COUNTED.length) })}
      </span>
    </nav>
  )
}
