import { Progress } from '@base-ui/react/progress'
import { useFormat } from '../i18n/useFormat.ts'
import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  /** What is going on. */
  readonly label: string
  /** 0 to 1; null when it is not known. */
  readonly value: number | null
}

/** How far something is that takes a while. */
export function ProgressBar({ label, value }: ProgressBarProps) {
  const format = useFormat()
  return (
    <Progress.Root
      className={styles['progress']}
      value={value === null ? null : Math.round(value * 100)}
      getAriaValueText={() => (value === null ? label : format.percent(value))}
    >
      <Progress.Label className={styles['label']}>{label}</Progress.Label>
      {value !== null && <span className={styles['value']}>{format.percent(value)}</span>}
      <Progress.Track className={styles['track']}>
        <Progress.Indicator className={styles['indicator']} />
      </Progress.Track>
    </Progress.Root>
  )
}
