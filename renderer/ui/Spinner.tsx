import styles from './Spinner.module.css'

export interface SpinnerProps {
  /** What is being waited for; read out. */
  readonly label: string
  /** px */
  readonly size?: number | undefined
}

/** Something is on its way and it is not known how long it takes. */
export function Spinner({ label, size = 16 }: SpinnerProps) {
  return (
    <span role="status" aria-label={label} className={styles['spinner']}>
      <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden>
        <circle cx="8" cy="8" r="6.5" stroke="currentColor" strokeOpacity="0.2" strokeWidth="2" />
        <path d="M14.5 8A6.5 6.5 0 0 0 8 1.5" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </span>
  )
}
