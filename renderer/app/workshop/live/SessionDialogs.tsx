import { lazy, Suspense, useState } from 'react'
import type { Role } from '../../../../shared/session/role.ts'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import type { Session } from '../createSession.ts'

/** The dialogs of live sessions that a workshop window opens. */
export type SessionDialog = 'startSession' | 'joinSession' | 'invite'

// Apart, so that a board without a session does not wait for what draws invitations.
const InviteDialog = lazy(async () => {
  const { InviteDialog: component } = await import('../../../session/invite/InviteDialog.tsx')
  return { default: component }
})
const StartSession = lazy(async () => {
  const { StartSession: component } = await import('./StartSession.tsx')
  return { default: component }
})
const JoinSession = lazy(async () => {
  const { JoinSession: component } = await import('../../live/JoinSession.tsx')
  return { default: component }
})

interface SessionDialogsProps {
  /** Also others than ours. */
  readonly open: string | null
  readonly session: Session
  /** Of the workshop. */
  readonly name: string
  readonly onOpen: (dialog: SessionDialog) => void
  readonly onClose: () => void
}

export function SessionDialogs({ open, session, name, onOpen, onClose }: SessionDialogsProps) {
  const { settings } = useApp()
  const live = useStore(session.live)
  const [role, setRole] = useState<Role>('participant')
  const { lineage, sessions } = session
  return (
    <Suspense fallback={null}>
      {open === 'startSession' && (
        <StartSession
          session={session}
          name={name}
          onClose={onClose}
          onStarted={(invited) => {
            setRole(invited)
            onOpen('invite')
          }}
        />
      )}
      {open === 'joinSession' && (
        <JoinSession
          here={{ lineage, join: (membership, as) => void sessions.join({ membership }, as) }}
          onClose={onClose}
        />
      )}
      {open === 'invite' && live && (
        <InviteDialog
          live={live}
          current={session.live}
          standAlone={settings.get().session?.server}
          role={role}
          onClose={onClose}
        />
      )}
    </Suspense>
  )
}
