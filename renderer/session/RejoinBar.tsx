import { useT } from '../i18n/useT.ts'
import { Button } from '../ui/Button.tsx'
import styles from './RejoinBar.module.css'

interface RejoinBarProps {
  /** Of the session that this workshop was in. */
  readonly name: string
  readonly onRejoin: () => void
  /** Forgets that there was one. */
  readonly onForget: () => void
}

/** A session was going on when this workshop was closed, or its window stopped. */
export function RejoinBar({ name, onRejoin, onForget }: RejoinBarProps) {
  const { t } = useT()
  return (
    <div className={styles['bar']} role="status">
      <p>{t('sessionRejoin.text', { name })}</p>
      <Button variant="ghost" onClick={onForget}>
        {t('sessionRejoin.forget')}
      </Button>
      <Button onClick={onRejoin}>{t('sessionRejoin.rejoin')}</Button>
    </div>
  )
}
