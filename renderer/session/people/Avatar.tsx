import type { CSSProperties } from 'react'
import { initialsOf } from '../../../shared/util/initialsOf.ts'
import styles from './Avatar.module.css'

interface AvatarProps {
  readonly name: string
  /** 0 to 11 of the palette. */
  readonly color: number
  readonly size?: 'small' | 'medium' | undefined
  /** Is not here any more. */
  readonly faint?: boolean | undefined
}

/** Somebody's initials in their colour. Whoever shows it says who it is. */
export function Avatar({ name, color, size = 'medium', faint }: AvatarProps) {
  return (
    <span
      className={styles['avatar']}
      data-size={size}
      data-faint={faint || undefined}
      // No text of the page: whoever it is said to be is not called by initials.
      data-initials={initialsOf(name)}
      style={{ '--person': `var(--person-${color})` } as CSSProperties}
      aria-hidden
    />
  )
}
