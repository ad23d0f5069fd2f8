import { NOTE_COLORS, type NoteColor } from '../../../shared/model/color.ts'
import { PAPER } from '../../../shared/scene/palette.ts'
import { useT } from '../../i18n/useT.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import styles from './SelectionBar.module.css'

interface SwatchesProps {
  /** The one that is in use; nothing if several are. */
  readonly value: NoteColor | undefined
  readonly onChange: (color: NoteColor) => void
}

/** The note colours in a row. */
export function Swatches({ value, onChange }: SwatchesProps) {
  const { t } = useT()
  return (
    <div role="group" aria-label={t('workshop.colors')} className={styles['swatches']}>
      {NOTE_COLORS.map((color) => (
        <Tooltip key={color} label={t(`action.note.${color}`)} side="top">
          <button
            type="button"
            className={styles['swatch']}
            aria-label={t(`action.note.${color}`)}
            aria-pressed={color === value}
            onClick={() => onChange(color)}
          >
            <span style={{ background: PAPER[color] }} />
          </button>
        </Tooltip>
      ))}
    </div>
  )
}
