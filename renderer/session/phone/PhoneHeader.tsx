import { CloudAlert, CloudCheck, LayoutDashboard, LoaderCircle, type LucideIcon } from 'lucide-react'
import { useT } from '../../i18n/useT.ts'
import type { LiveSession } from '../../sync/liveSession.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useStore } from '../../ui/useStore.ts'
import styles from './phone.module.css'

interface PhoneHeaderProps {
  readonly live: LiveSession
  readonly onBoard: () => void
}

type Lamp = 'safe' | 'sending' | 'lost'
const ICONS: Readonly<Record<Lamp, LucideIcon>> = {
  safe: CloudCheck,
  sending: LoaderCircle,
  lost: CloudAlert,
}

/** What the session is called, how many are here, and whether everything written here has arrived. */
export function PhoneHeader({ live, onBoard }: PhoneHeaderProps) {
  const { t } = useT()
  const phase = useStore(live.phase)
  const { safe } = useStore(live.safety)
  const here = useStore(live.members).filter(({ reach }) => reach !== 'gone').length
  const lamp: Lamp = phase.kind === 'lost' ? 'lost' : safe ? 'safe' : 'sending'
  return (
    <header className={styles['header']}>
      <div className={styles['title']}>
        <strong>
          <bdi>{live.name}</bdi>
        </strong>
        <span>{t('phone.here', { count: here })}</span>
      </div>
      <span className={styles['lamp']} data-lamp={lamp} role="status">
        <Icon icon={ICONS[lamp]} size={16} />
        {t(`phoneLamp.${lamp}`)}
      </span>
      <IconButton icon={LayoutDashboard} label={t('phone.board')} onClick={onBoard} />
    </header>
  )
}
