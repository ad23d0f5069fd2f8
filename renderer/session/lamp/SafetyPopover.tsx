import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { useEffect, useState, type ReactElement } from 'react'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Popover } from '../../ui/Popover.tsx'
import type { Safety } from '../../sync/liveSession.ts'
import { Avatar } from '../people/Avatar.tsx'
import type { SafetyFacts } from './safetyFacts.ts'
import styles from './SafetyPopover.module.css'

interface SafetyPopoverProps {
  readonly facts: SafetyFacts
  readonly lastSaved: Safety['lastSaved']
  /** The lamp; it opens this. */
  readonly trigger: ReactElement
}

/** Whether this window may be closed, and on whose computers everything is. */
export function SafetyPopover({ facts, lastSaved, trigger }: SafetyPopoverProps) {
  const { t } = useT()
  return (
    <Popover title={t('safety.title')} trigger={trigger} align="start">
      <div className={styles['safety']}>
        <p className={styles['verdict']} data-unsafe={facts.unsafe || undefined}>
          <Icon icon={facts.unsafe ? TriangleAlert : CircleCheck} />
          <span>{facts.unsafe ? t('safety.unsafe') : t('safety.safe')}</span>
        </p>
        <p className={styles['faint']}>{t('safety.copies', { count: facts.complete })}</p>
        <ul className={styles['copies']}>
          {facts.copies.map(({ member: { person, name, color, reach }, complete }) => (
            <li key={person} className={styles['copy']}>
              <Avatar name={name} color={color} size="small" faint={reach === 'gone'} />
              <bdi className={styles['name']}>{reach === 'me' ? t('safety.here') : name}</bdi>
              <span className={styles['state']} data-complete={complete || undefined}>
                <Icon icon={complete ? CircleCheck : CircleDashed} size={14} />
                {complete ? t('safety.complete') : t('safety.behind')}
              </span>
            </li>
          ))}
        </ul>
        {lastSaved !== undefined && <LastSaved at={lastSaved} />}
        <p className={styles['faint']}>
          {t('safety.direct', { count: facts.direct })}
          {facts.relayed > 0 && ` ${t('safety.relayed', { count: facts.relayed })}`}
        </p>
      </div>
    </Popover>
  )
}

/** How often the time is looked at again, ms. */
const TICK_MS = 15_000

function LastSaved({ at }: { readonly at: number }) {
  const { t } = useT()
  const { relative } = useFormat()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return <p className={styles['faint']}>{t('safety.lastSaved', { time: relative(at, Math.max(now, at)) })}</p>
}
