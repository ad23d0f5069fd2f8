import { useT } from '../../i18n/useT.ts'
import type { LiveSession } from '../../sync/liveSession.ts'
import { QrCode } from '../invite/QrCode.tsx'
import { SpokenInvitation } from '../invite/SpokenInvitation.tsx'
import { useWays } from '../invite/useWays.ts'
import styles from './WallInvitation.module.css'

/** How participants get in, for whoever sees the wall. */
export function WallInvitation({ session }: { readonly session: LiveSession }) {
  const { t } = useT()
  const { ways } = useWays(session)
  const way = ways.find(({ invitation }) => invitation.role === 'participant') ?? ways[0]
  const server = way?.invitation.servers[0]
  if (!way || server === undefined) return null
  return (
    <div className={styles['invitation']}>
      <p className={styles['title']}>{t('invite.poster', { name: session.name })}</p>
      <div className={styles['code']}>
        <QrCode text={way.link} label={t('invite.qr')} />
      </div>
      {way.words !== '' && <SpokenInvitation server={server} words={way.words} />}
    </div>
  )
}
