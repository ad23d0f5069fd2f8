import { Smartphone } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useT } from '../../i18n/useT.ts'
import { tabStorage } from '../../platform/pageStorage.ts'
import { GuestEnd } from '../../session/guest/GuestEnd.tsx'
import { GuestNotice } from '../../session/guest/GuestNotice.tsx'
import guestStyles from '../../session/guest/guest.module.css'
import { useWarnBeforeLoss } from '../../session/lamp/useWarnBeforeLoss.ts'
import { PhoneView } from '../../session/phone/PhoneView.tsx'
import type { LiveSession, SessionEnd } from '../../sync/liveSession.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../useStore.ts'
import { useHabits } from '../workshop/useHabits.ts'
import { WorkshopBoard } from '../workshop/WorkshopBoard.tsx'
import type { WorkshopViewProps } from '../workshop/WorkshopWindow.tsx'
import { forgetInvitation } from './rememberGuest.ts'
import { followScreen, isSmallScreen } from './smallScreen.ts'

/** What a guest sees in the session: on a phone what one does there, on a laptop the board; each may have the other. */
export function GuestBoard(props: WorkshopViewProps) {
  const live = useStore(props.session.live)
  return live ? <LiveGuest {...props} live={live} /> : <Connecting />
}

function Connecting() {
  const { t } = useT()
  return (
    <main className={guestStyles['page']}>
      <GuestNotice title={t('guestPage.connecting')} busy />
    </main>
  )
}

type LiveGuestProps = WorkshopViewProps & { readonly live: LiveSession }

function LiveGuest(props: LiveGuestProps) {
  const phase = useStore(props.live.phase)
  return phase.kind === 'live' || phase.kind === 'lost' ? <Inside {...props} /> : <Outside {...props} />
}

function Inside(props: LiveGuestProps) {
  const { t } = useT()
  const isSmall = useSyncExternalStore(followScreen, isSmallScreen)
  const [chosen, setChosen] = useState<'phone' | 'board' | null>(null)
  const view = chosen ?? (isSmall ? 'phone' : 'board')
  if (view === 'phone') return <Phone {...props} onBoard={() => setChosen('board')} />
  return (
    <>
      <WorkshopBoard {...props} name={props.live.name} />
      {isSmall && (
        <div className={guestStyles['back']}>
          <Button icon={Smartphone} onClick={() => setChosen('phone')}>
            {t('guestPage.simple')}
          </Button>
        </div>
      )}
    </>
  )
}

function Outside({ live }: LiveGuestProps) {
  const { t } = useT()
  const phase = useStore(live.phase)
  if (phase.kind === 'starting') return <Connecting />
  return (
    <main className={guestStyles['page']}>
      {phase.kind === 'ended' && <GuestEnd why={phase.why} onAgain={() => again(phase.why)} />}
      {phase.kind === 'knocking' && (
        <GuestNotice
          title={t(phase.waiting ? 'guestPage.waiting' : 'guestPage.connecting')}
          text={phase.waiting ? t('guestPage.waitingHint') : undefined}
          busy
        >
          <Button onClick={() => void live.leave()}>{t('guestPage.cancel')}</Button>
        </GuestNotice>
      )}
      {phase.kind === 'joining' && (
        <GuestNotice title={t('guestPage.getting')} busy={phase.of > 0 ? phase.have / phase.of : true} />
      )}
    </main>
  )
}

/** Whoever came with what leads nowhere, mistyped words for example, is not stuck with it. */
function again(why: SessionEnd): void {
  if (why === 'old-invitation') forgetInvitation(tabStorage())
  location.reload()
}

function Phone({
  session: { editor, images, live: session },
  live,
  onBoard,
}: LiveGuestProps & { readonly onBoard: () => void }) {
  useHabits(editor)
  useWarnBeforeLoss({ live: session })
  return <PhoneView {...{ editor, live, images, onBoard }} />
}
