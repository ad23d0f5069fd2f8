import { Circle, CircleCheck, CircleSlash, Contrast, UserRound, type LucideIcon } from 'lucide-react'
import type { Status } from '../../../shared/journey/entities.ts'
import { initialsOf } from '../../../shared/util/initialsOf.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './marks.module.css'

const STATUS_ICONS: Readonly<Record<Status, LucideIcon>> = {
  open: Circle,
  inProgress: Contrast,
  solved: CircleCheck,
  dismissed: CircleSlash,
}

/** How far something is, as a small circle. */
export function StatusMark({ status }: { readonly status: Status }) {
  return (
    <span className={styles['status']} data-status={status}>
      <Icon icon={STATUS_ICONS[status]} size={14} />
    </span>
  )
}

interface LevelMarkProps {
  /** Nothing where nobody has said. */
  readonly level: number | undefined
  readonly of: number
  /** Severity changes its colour as it grows. */
  readonly tone?: 'severity' | undefined
}

/** A level as bars, the taller the more. */
export function LevelMark({ level, of, tone }: LevelMarkProps) {
  return (
    <span className={styles['level']} data-tone={tone} data-level={level ?? 0} aria-hidden>
      {Array.from({ length: of }, (_, index) => (
        <span
          key={index}
          data-on={index < (level ?? 0) ? '' : undefined}
          style={{ blockSize: `${((index + 1.5) / (of + 0.5)) * 100}%` }}
        />
      ))}
    </span>
  )
}

/** Somebody, by their initials. */
export function OwnerMark({ name }: { readonly name: string | undefined }) {
  return (
    <span
      className={styles['owner']}
      data-nobody={name ? undefined : ''}
      data-initials={name && initialsOf(name)}
      aria-hidden
    >
      {!name && <Icon icon={UserRound} size={12} />}
    </span>
  )
}
