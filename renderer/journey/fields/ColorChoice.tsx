import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { NOTE_COLORS, type NoteColor } from '../../../shared/model/color.ts'
import { PAPER } from '../../../shared/scene/palette.ts'
import { useT } from '../../i18n/useT.ts'
import styles from './ColorChoice.module.css'

interface ColorChoiceProps {
  readonly label: string
  readonly value: NoteColor
  readonly onChange: (value: NoteColor) => void
  readonly disabled?: boolean | undefined
}

/** One of the colours of notes. */
export function ColorChoice({ label, value, onChange, disabled }: ColorChoiceProps) {
  const { t } = useT()
  return (
    <RadioGroup
      aria-label={label}
      className={styles['colors']}
      value={value}
      disabled={disabled}
      onValueChange={(next) => onChange(next)}
    >
      {NOTE_COLORS.map((color) => (
        <Radio.Root
          key={color}
          value={color}
          className={styles['color']}
          aria-label={t(`action.note.${color}`)}
          title={t(`action.note.${color}`)}
        >
          <span style={{ background: PAPER[color] }} />
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
