import type { BoardId } from '../../../shared/model/ids.ts'
import { useT } from '../../i18n/useT.ts'
import { useStore } from '../../ui/useStore.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { Together } from '../createTogether.ts'
import styles from './BoardDots.module.css'

/** So many dots; a plus for the rest. */
const MOST_DOTS = 3

interface BoardDotsProps {
  readonly together: Together
  readonly board: BoardId
}

/** Who is on another board, on its tab. */
export function BoardDots({ together: { whoIsWhere }, board }: BoardDotsProps) {
  const { t } = useT()
  const people = useStore(whoIsWhere).get(board) ?? []
  if (people.length === 0) return null
  const names = people.map(({ name }) => name).join(', ')
  return (
    <span className={styles['dots']} title={names}>
      {people.slice(0, MOST_DOTS).map(({ person, color }) => (
        <i key={person} className={styles['dot']} style={{ background: `var(--person-${color})` }} />
      ))}
      {people.length > MOST_DOTS && <i className={styles['more']}>+</i>}
      <VisuallyHidden>{t('people.onBoard', { count: people.length })}</VisuallyHidden>
    </span>
  )
}
