import { joinClasses } from './joinClasses.ts'
import styles from './Kbd.module.css'

export interface KbdProps {
  /** As formatted by formatShortcut. */
  readonly children: string
  readonly tone?: 'key' | 'menu' | 'tooltip' | undefined
}

/** A key or key combination. Always left to right: keyboards do not mirror. */
export function Kbd({ children, tone = 'key' }: KbdProps) {
  return (
    <kbd dir="ltr" className={joinClasses(styles['kbd'], styles[tone])}>
      {children}
    </kbd>
  )
}
