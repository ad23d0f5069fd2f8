import { Radio } from 'lucide-react'
import { useT } from '../i18n/useT.ts'
import type { LiveSession, SessionPhase } from '../sync/liveSession.ts'
import { Icon } from '../ui/Icon.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { useStore } from '../ui/useStore.ts'
import styles from './SessionChip.module.css'

interface SessionChipProps {
  readonly live: LiveSession | null
  /** Starts a session where there is none; without it none can be started here. */
  readonly onStart: (() => void) | undefined
  /** Shows who is here. */
  readonly onPeople: () => void
}

/** In the bar at the top: that this is live, and how many are here; or the way to begin. */
export function SessionChip({ live, onStart, onPeople }: SessionChipProps) {
  const { t } = useT()
  if (live) return <LiveChip live={live} onPeople={onPeople} />
  if (!onStart) return null
  return (
    <button type="button" className={styles['start']} onClick={onStart}>
      <Icon icon={Radio} size={14} />
      {t('sessionChip.start')}
    </button>
  )
}

function LiveChip({ live, onPeople }: { readonly live: LiveSession; readonly onPeople: () => void }) {
  const { t } = useT()
  const phase = useStore(live.phase)
  const members = useStore(live.members)
  const people = members.filter(({ reach }) => reach !== 'gone').length
  const state = stateOf(phase)
  return (
    <Tooltip label={live.name}>
      <button type="button" className={styles['chip']} data-phase={state} onClick={onPeople}>
        <span className={styles['dot']} />
        {state === 'live' ? t('sessionChip.live', { people }) : t(WAITING[state])}
      </button>
    </Tooltip>
  )
}

const WAITING = { starting: 'sessionChip.starting', lost: 'sessionChip.lost' } as const

/** What of a phase matters to somebody who is in it. */
function stateOf({ kind }: SessionPhase): 'live' | 'lost' | 'starting' {
  return kind === 'live' || kind === 'lost' ? kind : 'starting'
}
