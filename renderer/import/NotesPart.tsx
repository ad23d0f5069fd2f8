import { useMemo, useState } from 'react'
import { MOST_NOTES_AT_ONCE, type NewNote } from '../editor/commands/addNotes.ts'
import { useT } from '../i18n/useT.ts'
import { Select } from '../ui/Select.tsx'
import { Switch } from '../ui/Switch.tsx'
import { CsvPreview } from './CsvPreview.tsx'
import { colorableColumns, columnsOf, guessMapping, notesFromTable, type CsvMapping } from './csvNotes.ts'
import styles from './ImportCsvDialog.module.css'
import { ImportFooter } from './ImportFooter.tsx'
import type { ImportPartProps } from './importPart.ts'
import { LabelledField } from './LabelledField.tsx'

interface NotesPartProps extends ImportPartProps {
  readonly onStart: (notes: readonly NewNote[]) => void
}

const NONE = 'none'

/** A note for each row: which column is its text, and by which it is coloured. */
export function NotesPart({ table, fileName, editor, buttons, onStart }: NotesPartProps) {
  const { t } = useT()
  const [chosen, setChosen] = useState<Partial<CsvMapping>>({})
  const mapping = useMemo(() => ({ ...guessMapping(table.rows), ...chosen }), [table, chosen])
  const notes = useMemo(() => notesFromTable(table.rows, mapping), [table, mapping])
  const colorable = useMemo(() => colorableColumns(table.rows, mapping), [table, mapping])

  const nameOf = (column: number): string => {
    const name = mapping.header ? table.rows[0]?.[column]?.trim() : undefined
    return name || t('import.column', { number: column + 1 })
  }
  const option = (column: number) => ({ value: String(column), label: nameOf(column) })
  const tooMany = notes.length > MOST_NOTES_AT_ONCE
  return (
    <>
      <div className={styles['fields']}>
        <LabelledField text={t('import.text')}>
          <Select
            label={t('import.text')}
            value={String(mapping.textColumn)}
            options={Array.from({ length: columnsOf(table.rows) }, (_, column) => option(column))}
            onChange={(value) => setChosen({ ...chosen, textColumn: Number(value) })}
          />
        </LabelledField>
        <LabelledField text={t('import.colorBy')}>
          <Select
            label={t('import.colorBy')}
            value={mapping.colorColumn === null ? NONE : String(mapping.colorColumn)}
            options={[{ value: NONE, label: t('import.oneColor') }, ...colorable.map(option)]}
            disabled={colorable.length === 0}
            onChange={(value) => setChosen({ ...chosen, colorColumn: value === NONE ? null : Number(value) })}
          />
        </LabelledField>
        <Switch
          label={t('import.header')}
          checked={mapping.header}
          onChange={(header) => setChosen({ ...chosen, header })}
        />
      </div>
      <CsvPreview notes={notes} color={editor.noteColor.get()} />
      <p className={styles['message']} role="status">
        {notes.length === 0 && t('import.empty', { name: fileName })}
        {tooMany && t('import.tooMany', { most: MOST_NOTES_AT_ONCE })}
        {!tooMany && table.broken.length > 0 && t('import.broken', { count: table.broken.length })}
      </p>
      <ImportFooter
        {...buttons}
        label={t('import.confirm', { count: notes.length })}
        disabled={notes.length === 0 || tooMany}
        onConfirm={() => onStart(notes)}
      />
    </>
  )
}
