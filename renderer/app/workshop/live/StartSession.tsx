import { useState } from 'react'
import { StartSessionDialog, type StartChoice } from '../../../session/start/StartSessionDialog.tsx'
import type { LiveSession, SessionEnd } from '../../../sync/liveSession.ts'
import type { Role } from '../../../../shared/session/role.ts'
import { useApp } from '../../AppContext.ts'
import type { Session } from '../createSession.ts'

interface StartSessionProps {
  readonly session: Session
  /** Of the workshop. */
  readonly name: string
  /** It goes on, and people of that role are to be invited. */
  readonly onStarted: (invite: Role) => void
  readonly onClose: () => void
}

/** Asks how to start a session, starts it, and says what is the matter if it does not. */
export function StartSession({ session, name, onStarted, onClose }: StartSessionProps) {
  const { settings, translator } = useApp()
  const [starting, setStarting] = useState(false)
  const [error, setError] = useState<string>()

  async function start(choice: StartChoice): Promise<void> {
    setError(undefined)
    setStarting(true)
    settings.set({ ...settings.get(), name: choice.you, session: choice.settings })
    const failed = await whetherFailed(session, choice)
    setStarting(false)
    if (failed === undefined) onStarted(choice.role)
    else setError(translator.t(`sessionEnd.${failed}`))
  }

  return (
    <StartSessionDialog
      name={name}
      you={settings.get().name ?? ''}
      settings={settings.get().session ?? {}}
      starting={starting}
      error={error}
      onStart={(choice) => void start(choice)}
      onClose={onClose}
    />
  )
}

async function whetherFailed({ sessions }: Session, choice: StartChoice): Promise<SessionEnd | undefined> {
  try {
    return await settled(await sessions.start(choice))
  } catch (error) {
    console.error(error)
    return 'server'
  }
}

/** Waits until a session goes on, or says why it does not. */
const settled = ({ phase }: LiveSession): Promise<SessionEnd | undefined> =>
  new Promise((resolve) => {
    const look = () => {
      const now = phase.get()
      if (now.kind === 'starting') return
      stop()
      resolve(now.kind === 'ended' ? now.why : undefined)
    }
    const stop = phase.subscribe(look)
    look()
  })
