import type { NoteColor } from '../../shared/model/color.ts'
import { PAPER } from '../../shared/scene/palette.ts'
import type { NewNote } from '../editor/commands/addNotes.ts'
import { useT } from '../i18n/useT.ts'
import styles from './ImportCsvDialog.module.css'

/** Notes shown before the import. */
const SHOWN = 4

/** The first notes as they will be. */
export function CsvPreview({
  notes,
  color,
}: {
  readonly notes: readonly NewNote[]
  readonly color: NoteColor
}) {
  const { t } = useT()
  if (notes.length === 0) return null
  // A preview has no identity but its place.
  const shown = notes.slice(0, SHOWN).map((note, place) => ({ note, place }))
  return (
    <ul className={styles['preview']} aria-label={t('import.preview')}>
      {shown.map(({ note, place }) => (
        <li
          key={place}
          className={styles['note']}
          dir="auto"
          style={{ background: PAPER[note.color ?? color] }}
        >
          <span>{note.text}</span>
        </li>
      ))}
    </ul>
  )
}
