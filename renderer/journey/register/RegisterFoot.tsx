import { countSolved } from '../../../shared/journey/register.ts'
import styles from './Register.module.css'
import type { Register } from './useRegister.ts'
import type { RegisterContext } from './useRegisterContext.ts'

interface RegisterFootProps {
  readonly register: Register
  readonly context: RegisterContext
}

/** How many are listed, and how many of them are solved. */
export function RegisterFoot({ register: { all, rows }, context: { t, format } }: RegisterFootProps) {
  const solved = countSolved(rows)
  const share = solved.of === 0 ? 0 : solved.count / solved.of
  return (
    <footer className={styles['foot']}>
      <span role="status">
        {rows.length === all.length
          ? t('register.count', { count: all.length })
          : t('register.countOf', { shown: format.number(rows.length), all: format.number(all.length) })}
      </span>
      <span>{t('register.solved', { count: solved.count, share: format.percent(share) })}</span>
      <span className={styles['share']} aria-hidden>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </footer>
  )
}
