import { useEffect, useState } from 'react'
import type { KeptSession } from '../../../shared/session/keptSession.ts'
import { identityOf } from '../../../shared/session/identity.ts'
import { createJoining, type Knock } from '../../session/join/createJoining.ts'
import { JoinDialog } from '../../session/join/JoinDialog.tsx'
import { knockOnce } from '../../session/join/knockOnce.ts'
import { useApp, type AppServices } from '../AppContext.ts'
import { errorSentence, showError } from '../showFailure.ts'
import { useStore } from '../useStore.ts'

interface JoinSessionProps {
  /** The workshop of this window, if it has one that may be joined with. */
  readonly here?: { readonly lineage: string; join(membership: KeptSession, as: string): void } | undefined
  readonly onClose: () => void
}

/** The dialog that leads from an invitation into a session. */
export function JoinSession({ here, onClose }: JoinSessionProps) {
  const app = useApp()
  const { settings } = app
  const [joining] = useState(() => {
    const { t } = app.translator
    return createJoining({
      desktop: app.platform.desktop,
      knock: knockAsMe(app),
      here,
      t,
      explain: ({ code, name }) => errorSentence(t, code, name),
      onError: (error) => showError(app.toasts, t, error),
      onDone: onClose,
    })
  })
  const step = useStore(joining.step)
  useEffect(() => () => joining.cancel(), [joining])

  return (
    <JoinDialog
      step={step}
      you={settings.get().name ?? ''}
      onJoin={(given, you) => {
        settings.set({ ...settings.get(), name: you })
        joining.join(given, you)
      }}
      onChoose={(copy) => joining.choose(copy)}
      onCancel={onClose}
    />
  )
}

/** As the person of this installation; whom the system has in its keeping is asked when it is needed. */
function knockAsMe({ platform }: Pick<AppServices, 'platform'>): Knock {
  return (invitation, as, events) => {
    let stopped = false
    let stop = () => {}
    platform.desktop
      .identity()
      .then(({ secretKey }) => {
        if (!stopped) stop = knockOnce(identityOf(secretKey))(invitation, as, events)
      })
      .catch((error: unknown) => {
        console.error(error)
        if (!stopped) events.onEnd({ kind: 'out', why: 'unreachable' })
      })
    return () => {
      stopped = true
      stop()
    }
  }
}
