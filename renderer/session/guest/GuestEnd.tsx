import { RotateCcw } from 'lucide-react'
import { useT } from '../../i18n/useT.ts'
import type { SessionEnd } from '../../sync/liveSession.ts'
import { Button } from '../../ui/Button.tsx'
import { GuestNotice } from './GuestNotice.tsx'

interface GuestEndProps {
  readonly why: SessionEnd
  readonly onAgain: () => void
}

/** Why a guest is not in the session any more, or could not come in, and what to do. */
export function GuestEnd({ why, onAgain }: GuestEndProps) {
  const { t } = useT()
  return (
    <GuestNotice title={t('guestPage.ended')} text={t(`guestEnd.${why}`)}>
      <Button variant="primary" icon={RotateCcw} onClick={onAgain}>
        {t('guestPage.again')}
      </Button>
    </GuestNotice>
  )
}
