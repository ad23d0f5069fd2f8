import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

export interface VisuallyHiddenProps {
  readonly children: ReactNode
  readonly id?: string | undefined
  /** Announce changes as they happen. */
  readonly live?: 'polite' | 'assertive' | undefined
}

/** Text for those who listen. */
export function VisuallyHidden({ children, id, live }: VisuallyHiddenProps) {
  return (
    <span id={id} aria-live={live} className={styles['hidden']}>
      {children}
    </span>
  )
}
