import { useT } from '../../i18n/useT.ts'
import { addressOf } from '../originOf.ts'
import styles from './SpokenInvitation.module.css'

interface SpokenInvitationProps {
  readonly server: string
  readonly words: string
  /** To be read from the back of a room. */
  readonly large?: boolean | undefined
}

/** An address and four words, for whoever cannot scan. They are English whatever the interface speaks. */
export function SpokenInvitation({ server, words, large }: SpokenInvitationProps) {
  const { t } = useT()
  return (
    <div className={styles['spoken']} data-large={large}>
      <p className={styles['lead']}>{t('invite.open')}</p>
      <p className={styles['address']} dir="ltr" lang="en">
        {addressOf(server)}
      </p>
      <p className={styles['lead']}>{t('invite.type')}</p>
      <p className={styles['words']} dir="ltr" lang="en">
        {words.split(' ').map((word) => (
          <span key={word}>{word}</span>
        ))}
      </p>
    </div>
  )
}
