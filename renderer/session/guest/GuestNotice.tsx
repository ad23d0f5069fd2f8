import type { ReactNode } from 'react'
import { Spinner } from '../../ui/Spinner.tsx'
import styles from './guest.module.css'

interface GuestNoticeProps {
  readonly title: string
  readonly text?: string | undefined
  /** Something is going on: a share of it if that is known, 0 to 1. */
  readonly busy?: number | true | undefined
  readonly children?: ReactNode
}

/** What a guest who is not on the board waits for, or why they are not there. */
export function GuestNotice({ title, text, busy, children }: GuestNoticeProps) {
  return (
    <div className={styles['form']} role="status">
      {busy === true && <Spinner label={title} size={32} />}
      {typeof busy === 'number' && (
        <progress className={styles['progress']} value={busy} aria-label={title} />
      )}
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      {children}
    </div>
  )
}
