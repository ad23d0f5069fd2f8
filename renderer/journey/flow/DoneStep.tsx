import { CircleAlert, CircleCheck } from 'lucide-react'
import { looseEnds } from '../../../shared/journey/flow/flowProgress.ts'
import type { FlowStep } from '../../../shared/journey/flow/flowSteps.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'

interface Line {
  readonly count: number
  readonly text: string
  /** Where it is put right. */
  readonly step: FlowStep
}

/** What there is now, what is still missing, and where to go from here. */
export function DoneStep({ flow, session, onGo }: FlowStepProps) {
  const { t } = useT()
  const { noOwner, noDate, noStatus, noFrame, holes } = looseEnds(flow)
  const lines: readonly Line[] = [
    { count: noOwner, text: t('flow.done.noOwner', { count: noOwner }), step: 'owners' },
    { count: noDate, text: t('flow.done.noDate', { count: noDate }), step: 'owners' },
    { count: noStatus, text: t('flow.done.noStatus', { count: noStatus }), step: 'owners' },
    { count: noFrame, text: t('flow.done.noFrame', { count: noFrame }), step: 'serves' },
    { count: holes, text: t('flow.done.holes', { count: holes }), step: 'today' },
  ]
  const open = lines.filter(({ count }) => count > 0)
  return (
    <div className={styles['stack']}>
      <dl className={styles['sums']}>
        <Sum count={flow.frames.length} label={t('flow.done.frames')} />
        <Sum count={flow.pains.length} label={t('flow.done.pains')} />
        <Sum count={flow.ideas.length} label={t('flow.done.ideas')} />
      </dl>
      {open.length === 0 ? (
        <p className={styles['fine']}>
          <Icon icon={CircleCheck} /> {t('flow.done.complete')}
        </p>
      ) : (
        <ul className={styles['plain']} aria-label={t('flow.done.missing')}>
          {open.map(({ text, step }) => (
            <li key={text}>
              <button type="button" className={styles['loose']} onClick={() => onGo(step)}>
                <Icon icon={CircleAlert} />
                <span>{text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['make']}>
        <Button data-first-stop="" onClick={() => session.run('panel.pains')}>
          {t('action.panel.pains')}
        </Button>
        <Button onClick={() => session.run('panel.gaps')}>{t('action.panel.gaps')}</Button>
        <Button onClick={() => session.run('file.exportPng')}>{t('action.file.exportPng')}</Button>
      </div>
    </div>
  )
}

function Sum({ count, label }: { readonly count: number; readonly label: string }) {
  const { number } = useFormat()
  return (
    <div className={styles['sum']}>
      <dd>{number(count)}</dd>
      <dt>{label}</dt>
    </div>
  )
}
