import type { NoteColor } from '../../../shared/model/color.ts'
import { PAPER } from '../../../shared/scene/palette.ts'
import { useT } from '../../i18n/useT.ts'
import { Popover } from '../../ui/Popover.tsx'
import { ColorChoice } from '../fields/ColorChoice.tsx'
import styles from './journeys.module.css'

interface TeamColorProps {
  readonly name: string
  readonly value: NoteColor
  readonly onChange: (value: NoteColor) => void
  readonly disabled?: boolean | undefined
}

/** The colour of a team, and the way to change it. */
export function TeamColor({ name, value, onChange, disabled }: TeamColorProps) {
  const { t } = useT()
  const label = t('journeys.colorOf', { name })
  return (
    <Popover
      title={label}
      align="start"
      trigger={
        <button type="button" className={styles['dot']} aria-label={label} disabled={disabled}>
          <span style={{ background: PAPER[value] }} />
        </button>
      }
    >
      <ColorChoice label={label} value={value} onChange={onChange} />
    </Popover>
  )
}
