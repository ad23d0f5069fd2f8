import { useT } from '../../i18n/useT.ts'
import type { Together } from '../createTogether.ts'
import { useLive } from '../useLive.ts'
import styles from './KnockCard.module.css'
import { KnockList } from './KnockList.tsx'

/** Somebody knocks: stays in sight, without a sound, until they are let in or sent away. */
export function KnockCard({ live }: Pick<Together, 'live'>) {
  const { t } = useT()
  const count = useLive(live, ({ knocking }) => knocking, []).length
  return (
    <>
      <span role="status" className={styles['hidden']}>
        {count > 0 && t('people.waiting', { count })}
      </span>
      {count > 0 && (
        <section className={styles['card']} aria-label={t('knock.title')}>
          <h2 className={styles['title']}>{t('people.waiting', { count })}</h2>
          <KnockList live={live} />
        </section>
      )}
    </>
  )
}
