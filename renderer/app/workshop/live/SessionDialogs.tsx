import { lazy, Suspense } from 'react'
import { useStore } from '../../useStore.ts'
import type { Session } from '../createSession.ts'

/** The dialogs of live sessions that a workshop window opens. */
export type SessionDialog = 'invite'

// Apart, so that a board without a session does not wait for what draws its invitations.
const InviteDialog = lazy(async () => {
  const { InviteDialog: component } = await import('../../../session/invite/InviteDialog.tsx')
  return { default: component }
})

interface SessionDialogsProps {
  /** Also others than ours. */
  readonly open: string | null
  readonly session: Session
  readonly onClose: () => void
}

export function SessionDialogs({ open, session, onClose }: SessionDialogsProps) {
  const live = useStore(session.live)
  return (
    <Suspense fallback={null}>
      {open === 'invite' && live && <InviteDialog live={live} onClose={onClose} />}
    </Suspense>
  )
}
