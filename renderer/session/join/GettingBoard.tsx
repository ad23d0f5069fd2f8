import { useT } from '../../i18n/useT.ts'
import type { SessionPhase } from '../../sync/liveSession.ts'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import styles from '../Form.module.css'

const MEGABYTE = 1e6

interface GettingBoardProps {
  readonly phase: Exclude<SessionPhase, { kind: 'ended' }>
  readonly onCancel: () => void
}

/** What somebody sees who is joining, until the board is there. */
export function GettingBoard({ phase, onCancel }: GettingBoardProps) {
  const { t } = useT()
  return (
    <div className={styles['arriving']}>
      {phase.kind === 'joining' && phase.of > 0 ? (
        <ProgressBar label={labelOf(t, phase)} value={Math.min(1, phase.have / phase.of)} />
      ) : (
        <div className={styles['middle']} aria-live="polite">
          <Spinner label={labelOf(t, phase)} size={28} />
          <p>{labelOf(t, phase)}</p>
        </div>
      )}
      <Button variant="ghost" onClick={onCancel}>
        {t('dialog.cancel')}
      </Button>
    </div>
  )
}

function labelOf(t: ReturnType<typeof useT>['t'], phase: GettingBoardProps['phase']): string {
  if (phase.kind === 'knocking') return t(phase.waiting ? 'join.waiting' : 'join.reaching')
  if (phase.kind === 'starting') return t('join.reaching')
  if (phase.kind === 'lost') return t('join.lost')
  if (phase.kind === 'live' || phase.of < MEGABYTE) return t('join.getting')
  const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE)
  return t('join.gettingOf', { have: megabytes(phase.have), of: megabytes(phase.of) })
}
