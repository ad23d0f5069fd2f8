import { day } from '../../../shared/journey/entities.ts'
import { joinClasses } from '../../ui/joinClasses.ts'
import styles from './fields.module.css'

interface DayFieldProps {
  readonly label: string
  /** Such as 2026-03-21. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
}

/** A day, as the system lets one choose it. */
export function DayField({ label, value, onChange, disabled, className }: DayFieldProps) {
  return (
    <input
      type="date"
      className={joinClasses(styles['day'], className)}
      aria-label={label}
      title={label}
      data-onward=""
      data-empty={value === undefined ? '' : undefined}
      disabled={disabled}
      value={value ?? ''}
      max="9999-12-31"
      onChange={(event) => {
        const next = event.target.value
        if (next === '') onChange(undefined)
        else if (day.safeParse(next).success) onChange(next)
      }}
    />
  )
}
