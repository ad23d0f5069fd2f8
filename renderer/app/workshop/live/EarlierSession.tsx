import { useEffect } from 'react'
import { RejoinBar } from '../../../session/RejoinBar.tsx'
import { useApp } from '../../AppContext.ts'
import { errorSentence } from '../../showFailure.ts'
import { useStore } from '../../useStore.ts'
import type { Session } from '../createSession.ts'

/** Says how sessions ended that this window did not leave by itself, and offers the way back into the last one. */
export function EarlierSession({ session: { live, sessions } }: { readonly session: Session }) {
  const { platform, settings, toasts, translator } = useApp()
  const earlier = useStore(sessions.earlier)
  const isLive = useStore(live) !== null

  useEffect(
    () =>
      sessions.onEnd((why) => {
        // Leaving says so where it is done, with the way back; and so does starting.
        if (why === 'left' || why === 'server') return
        toasts.show({
          id: 'session.end',
          tone: why === 'ended' ? 'neutral' : 'danger',
          message: translator.t(`sessionEnd.${why}`),
        })
      }),
    [sessions, toasts, translator],
  )

  useEffect(
    () =>
      platform.onEvent((event) => {
        if (event.event !== 'hostFailed') return
        const message = errorSentence(translator.t, event.code)
        toasts.show({ id: 'session.host', tone: 'danger', message })
      }),
    [platform, toasts, translator],
  )

  if (!earlier || isLive) return null
  return (
    <RejoinBar
      name={earlier.name}
      onRejoin={() => void sessions.join({ membership: earlier }, settings.get().name ?? '')}
      onForget={() => sessions.forget()}
    />
  )
}
