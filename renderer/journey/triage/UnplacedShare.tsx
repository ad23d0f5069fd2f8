import type { Unplaced } from '../../../shared/journey/triage/triage.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import styles from './Triage.module.css'

/** How many quotes still wait for a place, in words and as a bar. */
export function UnplacedShare({ unplaced, total, share }: Unplaced) {
  const { t } = useT()
  const { percent } = useFormat()
  return (
    <div className={styles['share']}>
      <p role="status">{t('feedback.unplaced', { unplaced, total, share: percent(share) })}</p>
      <div className={styles['shareBar']} aria-hidden>
        <div style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  )
}
