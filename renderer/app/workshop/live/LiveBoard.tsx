import { useEffect, useState } from 'react'
import { hasContent } from '../../../../shared/model/workshop.ts'
import { useT } from '../../../i18n/useT.ts'
import { GettingBoard } from '../../../session/join/GettingBoard.tsx'
import type { LiveSession, SessionEnd } from '../../../sync/liveSession.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import type { Session } from '../createSession.ts'
import { WorkshopBoard } from '../WorkshopBoard.tsx'
import type { WorkshopViewProps } from '../WorkshopWindow.tsx'
import styles from '../WorkshopWindow.module.css'

/** The board; or the way to it, as long as all there is of the workshop is with others. */
export function LiveBoard(props: WorkshopViewProps) {
  const { session } = props
  const [isHere, setHere] = useState(() => hasContent(session.workshop.doc))
  if (isHere) return <WorkshopBoard {...props} />
  return (
    <div className={styles['middle']}>
      <Arriving session={session} name={props.name} onHere={() => setHere(true)} />
    </div>
  )
}

interface ArrivingProps {
  readonly session: Session
  /** Of the workshop. */
  readonly name: string
  readonly onHere: () => void
}

function Arriving({ session, name, onHere }: ArrivingProps) {
  const { platform } = useApp()
  const { t } = useT()
  const live = useStore(session.live)
  const [end, setEnd] = useState<SessionEnd>()
  useEffect(() => session.sessions.onEnd(setEnd), [session])
  if (live) return <Coming live={live} session={session} onHere={onHere} />
  return (
    <EmptyState title={name} text={t(`sessionEnd.${end ?? 'unreachable'}`)}>
      <div className={styles['choices']}>
        <Button onClick={() => void platform.desktop.closeWindow()}>{t('dialog.close')}</Button>
        <Button variant="primary" onClick={() => void session.sessions.tryAgain()}>
          {t('start.tryAgain')}
        </Button>
      </div>
    </EmptyState>
  )
}

function Coming({ live, session, onHere }: Omit<ArrivingProps, 'name'> & { readonly live: LiveSession }) {
  const phase = useStore(live.phase)
  const isWhole = phase.kind === 'live' && hasContent(session.workshop.doc)
  useEffect(() => {
    if (isWhole) onHere()
  }, [isWhole, onHere])
  if (phase.kind === 'ended') return null
  return <GettingBoard phase={phase} onCancel={() => void live.leave()} />
}
