import { useT } from '../../i18n/useT.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Together } from '../createTogether.ts'
import styles from './InvitationPoster.module.css'
import { Knocking } from './Knocking.tsx'
import { QrCode } from './QrCode.tsx'
import { SpokenInvitation } from './SpokenInvitation.tsx'

interface InvitationPosterProps {
  /** Of the session. */
  readonly name: string
  readonly link: string
  readonly server: string
  /** Where none can be said there are none. */
  readonly words: string | undefined
  readonly current: Together['live']
  readonly onClose: () => void
}

/** The invitation over the whole window, for the projector: scanned and read from the back of a room. */
export function InvitationPoster({ name, link, server, words, current, onClose }: InvitationPosterProps) {
  const { t } = useT()
  return (
    <Dialog open size="full" title={t('invite.poster', { name })} onOpenChange={(next) => !next && onClose()}>
      <div className={styles['poster']}>
        <div className={styles['code']}>
          <QrCode text={link} label={t('invite.qr')} />
        </div>
        <div className={styles['words']}>
          <p className={styles['scan']}>{t('invite.scanLarge')}</p>
          {words !== undefined && <SpokenInvitation server={server} words={words} large />}
          <Knocking live={current} />
        </div>
      </div>
    </Dialog>
  )
}
