import type { Problem } from '../../shared/journey/importData/problem.ts'
import { useFormat } from '../i18n/useFormat.ts'
import { useT } from '../i18n/useT.ts'
import { Icon } from '../ui/Icon.tsx'
import { WARNING_ICON } from '../ui/icons.ts'
import styles from './ImportData.module.css'

interface ProblemsProps {
  readonly problems: readonly Problem[]
  readonly nameOf: (column: number) => string
}

/** What is the matter with which rows, in sentences. */
export function Problems({ problems, nameOf }: ProblemsProps) {
  const { t } = useT()
  const { number } = useFormat()
  if (problems.length === 0) return null
  return (
    <ul className={styles['problems']}>
      {problems.map(({ kind, column, count, rows, cell }) => (
        <li key={`${kind} ${column ?? ''}`}>
          <Icon icon={WARNING_ICON} size={14} />
          <span>
            {t('importData.problem', {
              count,
              rows: `${rows.map(number).join(', ')}${count > rows.length ? ' …' : ''}`,
              what: t(`tableProblem.${kind}`, {
                column: column === undefined ? '' : nameOf(column),
                cell,
              }),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
