import { useT } from '../../i18n/useT.ts'
import type { Together } from '../createTogether.ts'
import { KnockList } from '../people/KnockList.tsx'
import { useLive } from '../useLive.ts'
import styles from './Knocking.module.css'

/** Whoever comes by the invitation that is being shown, to be let in without closing it. Nothing while nobody does. */
export function Knocking({ live }: Pick<Together, 'live'>) {
  const { t } = useT()
  const count = useLive(live, ({ knocking }) => knocking, []).length
  if (count === 0) return null
  return (
    <section className={styles['knocking']} aria-label={t('knock.title')}>
      <h3>{t('people.waiting', { count })}</h3>
      <KnockList live={live} />
    </section>
  )
}
