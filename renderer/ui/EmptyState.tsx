import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

export interface EmptyStateProps {
  /** A calm drawing; decorative. */
  readonly picture?: ReactNode
  readonly title: string
  readonly text?: ReactNode
  /** What to do about it. */
  readonly children?: ReactNode
}

/** What stands where there is nothing yet: says what would be here and how to get it. */
export function EmptyState({ picture, title, text, children }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      {picture && <div aria-hidden>{picture}</div>}
      <h2 className={styles['title']}>{title}</h2>
      {text && <p className={styles['text']}>{text}</p>}
      {children}
    </div>
  )
}
