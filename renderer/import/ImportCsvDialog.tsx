import { useMemo, useRef, useState } from 'react'
import type { Editor } from '../editor/editor.ts'
import { importMetrics } from '../editor/journey/metricCommands.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { useT } from '../i18n/useT.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ProgressDialog } from '../ui/ProgressDialog.tsx'
import { SegmentedControl } from '../ui/SegmentedControl.tsx'
import { Select } from '../ui/Select.tsx'
import { useToasts } from '../ui/Toast.tsx'
import { decodeText, ENCODINGS, guessEncoding, type Encoding } from './decodeText.ts'
import { FeedbackPart } from './FeedbackPart.tsx'
import { guessTarget } from './guessTarget.ts'
import styles from './ImportCsvDialog.module.css'
import { sourceName } from './importPart.ts'
import { LabelledField } from './LabelledField.tsx'
import { MetricsPart } from './MetricsPart.tsx'
import { NotesPart } from './NotesPart.tsx'
import { readTable } from './readTable.ts'
import { IMPORT_TARGETS, recallTable, rememberTable, type ImportTarget } from './rememberTable.ts'
import { useImportFeedback } from './useImportFeedback.ts'
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
  /** Hears what was imported, to show where it is now. */
  readonly onImported: (target: ImportTarget) => void
}

/** What a table becomes, and which column is what, with a preview; then the import. */
export function ImportCsvDialog({ file, ...rest }: ImportCsvDialogProps) {
  return file ? <Import file={file} {...rest} /> : null
}

function Import({ file, editor, onClose, onImported }: ImportCsvDialogProps & { readonly file: CsvFile }) {
  const { t } = useT()
  const toasts = useToasts()
  const language = useLanguage()
  const [encoding, setEncoding] = useState<Encoding>(() => guessEncoding(file.data, language))
  const table = useMemo(() => readTable(decodeText(file.data, encoding)), [file, encoding])
  const [remembered] = useState(() => recallTable(table.rows))
  const [target, setTarget] = useState<ImportTarget>(() => remembered?.target ?? guessTarget(table.rows))
  const [footer, setFooter] = useState<HTMLElement | null>(null)
  const confirm = useRef<HTMLButtonElement>(null)

  function done(as: ImportTarget, message: string | undefined): void {
    if (message !== undefined) {
      toasts.show({ tone: 'success', message })
      onImported(as)
    }
    onClose()
  }
  const notes = useImportNotes(editor, (count) =>
    done('notes', count > 0 ? t('import.done', { count, name: file.name }) : undefined),
  )
  const feedback = useImportFeedback(editor, (imported) => {
    const count = imported?.added ?? 0
    const message = count > 0 ? 'importData.doneFeedback' : 'importData.nothingNew'
    done('feedback', imported && t(message, { count, name: file.name }))
  })
  const progress = notes.progress ?? feedback.progress
  const part = {
    table,
    fileName: file.name,
    editor,
    remembered,
    buttons: { footer, confirm, onClose },
  }

  if (progress !== null)
    return (
      <ProgressDialog
        open
        title={t('import.title')}
        label={notes.progress === null ? t('importData.working') : t('import.working')}
        value={progress}
        onCancel={notes.progress === null ? feedback.cancel : notes.cancel}
      />
    )
  return (
    <Dialog
      open
      size={target === 'notes' ? 'medium' : 'wide'}
      title={t('import.title')}
      description={<bdi>{file.name}</bdi>}
      initialFocus={confirm}
      onOpenChange={(open) => !open && onClose()}
      footer={<div ref={setFooter} className={styles['footer']} />}
    >
      <div className={styles['head']}>
        <SegmentedControl
          label={t('importData.target')}
          value={target}
          segments={IMPORT_TARGETS.map((value) => ({ value, label: t(`importTarget.${value}`) }))}
          onChange={setTarget}
        />
        <LabelledField text={t('import.encoding')}>
          <Select
            label={t('import.encoding')}
            value={encoding}
            options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={setEncoding}
          />
        </LabelledField>
      </div>
      {target === 'notes' && (
        <NotesPart
          key={encoding}
          {...part}
          onStart={(made) => {
            rememberTable(table.rows, { target })
            notes.start(made)
          }}
        />
      )}
      {target === 'metrics' && (
        <MetricsPart
          key={encoding}
          {...part}
          onStart={(metrics, choice) => {
            rememberTable(table.rows, { target, metrics: choice })
            importMetrics(editor, metrics, sourceName(file.name))
            done('metrics', t('importData.doneMetrics', { count: metrics.length, name: file.name }))
          }}
        />
      )}
      {target === 'feedback' && (
        <FeedbackPart
          key={encoding}
          {...part}
          onStart={(mapping) => {
            rememberTable(table.rows, { target, feedback: mapping })
            feedback.start(table.rows, mapping, sourceName(file.name))
          }}
        />
      )}
    </Dialog>
  )
}
