import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { KIND_ICONS } from './kindIcons.ts'
import type { Together } from '../createTogether.ts'
import { useLive } from '../useLive.ts'
import styles from './KnockList.module.css'

/** So many are shown one by one; the rest is a number. */
const MOST_SHOWN = 5

/** Who waits at the door, each to be let in or sent away. Nothing while nobody does. */
export function KnockList({ live }: Pick<Together, 'live'>) {
  const { t } = useT()
  const knocking = useLive(live, (session) => session.knocking, [])
  if (knocking.length === 0) return null
  const rest = knocking.length - MOST_SHOWN
  return (
    <ul className={styles['list']} aria-label={t('people.waiting', { count: knocking.length })}>
      {knocking.slice(0, MOST_SHOWN).map(({ person, name, peer, wants }) => (
        <li key={person} className={styles['row']}>
          <Icon icon={KIND_ICONS[peer]} className={styles['kind']} />
          <span className={styles['who']}>
            <bdi className={styles['name']}>{name}</bdi>
            <span className={styles['wants']}>{t('knock.wants', { role: t(`roleName.${wants}`) })}</span>
          </span>
          <Button
            variant="ghost"
            aria-label={t('knock.refuseNamed', { name })}
            onClick={() => live.get()?.refuse(person)}
          >
            {t('knock.refuse')}
          </Button>
          <Button aria-label={t('knock.admitNamed', { name })} onClick={() => live.get()?.admit(person)}>
            {t('knock.admit')}
          </Button>
        </li>
      ))}
      {knocking.length > 1 && (
        <li className={styles['rest']}>
          <span>{rest > 0 && t('knock.more', { count: rest })}</span>
          <Button variant="ghost" onClick={() => knocking.forEach(({ person }) => live.get()?.admit(person))}>
            {t('knock.admitAll')}
          </Button>
        </li>
      )}
    </ul>
  )
}
