import type { LucideIcon } from 'lucide-react'
import { joinClasses } from './joinClasses.ts'
import styles from './Icon.module.css'

export interface IconProps {
  readonly icon: LucideIcon
  /** px; 16 in text, 18 in toolbars. */
  readonly size?: number | undefined
  /** It points along the line (back, next, undo), so it mirrors in right-to-left languages. */
  readonly directional?: boolean | undefined
  readonly className?: string | undefined
}

/** A drawing beside or instead of words. Never read out: whoever shows it names it. */
export function Icon({ icon: Drawing, size = 16, directional, className }: IconProps) {
  return (
    <Drawing
      size={size}
      strokeWidth={1.75}
      aria-hidden
      focusable={false}
      className={joinClasses(styles['icon'], directional && styles['directional'], className)}
    />
  )
}
