import { useMemo, useRef, useState } from 'react'
import { MOST_NOTES_AT_ONCE } from '../editor/commands/addNotes.ts'
import type { Editor } from '../editor/editor.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { useT } from '../i18n/useT.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProgressDialog } from '../ui/ProgressDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { Switch } from '../ui/Switch.tsx'
import { useToasts } from '../ui/Toast.tsx'
import { CsvPreview } from './CsvPreview.tsx'
import { colorableColumns, columnsOf, guessMapping, notesFromTable, type CsvMapping } from './csvNotes.ts'
import { decodeText, ENCODINGS, guessEncoding, type Encoding } from './decodeText.ts'
import styles from './ImportCsvDialog.module.css'
import { readTable } from './readTable.ts'
import { useImportNotes } from './useImportNotes.ts'

/** A file the user chose to import. */
export interface CsvFile {
  readonly name: string
  readonly data: Uint8Array
}

interface ImportCsvDialogProps {
  readonly file: CsvFile | null
  readonly editor: Editor
  readonly onClose: () => void
}

/** Which column is what, with a preview; then the notes. */
export function ImportCsvDialog({ file, editor, onClose }: ImportCsvDialogProps) {
  return file ? <Import file={file} editor={editor} onClose={onClose} /> : null
}

const NONE = 'none'

function Import({ file, editor, onClose }: ImportCsvDialogProps & { readonly file: CsvFile }) {
  const { t } = useT()
  const toasts = useToasts()
  const language = useLanguage()
  const [encoding, setEncoding] = useState<Encoding>(() => guessEncoding(file.data, language))
  const table = useMemo(() => readTable(decodeText(file.data, encoding)), [file, encoding])
  const [chosen, setChosen] = useState<Partial<CsvMapping>>({})
  const confirm = useRef<HTMLButtonElement>(null)

  const mapping = useMemo(() => ({ ...guessMapping(table.rows), ...chosen }), [table, chosen])
  const notes = useMemo(() => notesFromTable(table.rows, mapping), [table, mapping])
  const colorable = useMemo(() => colorableColumns(table.rows, mapping), [table, mapping])
  const work = useImportNotes(editor, (count) => {
    if (count > 0) toasts.show({ tone: 'success', message: t('import.done', { count, name: file.name }) })
    onClose()
  })

  const nameOf = (column: number): string => {
    const name = mapping.header ? table.rows[0]?.[column]?.trim() : undefined
    return name || t('import.column', { number: column + 1 })
  }
  const option = (column: number) => ({ value: String(column), label: nameOf(column) })
  const tooMany = notes.length > MOST_NOTES_AT_ONCE

  if (work.progress !== null)
    return (
      <ProgressDialog
        open
        title={t('import.title')}
        label={t('import.working')}
        value={work.progress}
        onCancel={work.cancel}
      />
    )
  return (
    <Dialog
      open
      title={t('import.title')}
      description={<bdi>{file.name}</bdi>}
      initialFocus={confirm}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button
            ref={confirm}
            variant="primary"
            disabled={notes.length === 0 || tooMany}
            onClick={() => work.start(notes)}
          >
            {t('import.confirm', { count: notes.length })}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <Labelled text={t('import.text')}>
          <Select
            label={t('import.text')}
            value={String(mapping.textColumn)}
            options={Array.from({ length: columnsOf(table.rows) }, (_, column) => option(column))}
            onChange={(value) => setChosen({ ...chosen, textColumn: Number(value) })}
          />
        </Labelled>
        <Labelled text={t('import.colorBy')}>
          <Select
            label={t('import.colorBy')}
            value={mapping.colorColumn === null ? NONE : String(mapping.colorColumn)}
            options={[{ value: NONE, label: t('import.oneColor') }, ...colorable.map(option)]}
            disabled={colorable.length === 0}
            onChange={(value) => setChosen({ ...chosen, colorColumn: value === NONE ? null : Number(value) })}
          />
        </Labelled>
        <Labelled text={t('import.encoding')}>
          <Select
            label={t('import.encoding')}
            value={encoding}
            options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={setEncoding}
          />
        </Labelled>
        <Switch
          label={t('import.header')}
          checked={mapping.header}
          onChange={(header) => setChosen({ ...chosen, header })}
        />
      </div>
      <CsvPreview notes={notes} color={editor.noteColor.get()} />
      <p className={styles['message']} role="status">
        {notes.length === 0 && t('import.empty', { name: file.name })}
        {tooMany && t('import.tooMany', { most: MOST_NOTES_AT_ONCE })}
        {!tooMany && table.broken.length > 0 && t('import.broken', { count: table.broken.length })}
      </p>
    </Dialog>
  )
}

function Labelled({ text, children }: { readonly text: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles['labelled']}>
      <span aria-hidden>{text}</span>
      {children}
    </div>
  )
}
