import { useRef, useState } from 'react'
import { MOST_NOTES_AT_ONCE } from '../../editor/commands/addNotes.ts'
import { placeForNew } from '../../editor/commands/lookAt.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { useImportNotes } from '../../import/useImportNotes.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useStore } from '../useStore.ts'
import styles from './BulkNotesDialog.module.css'
import { Swatches } from './Swatches.tsx'

interface BulkNotesDialogProps {
  readonly open: boolean
  readonly editor: Editor
  readonly onClose: () => void
}

/** Many notes at once: every line becomes one. */
export function BulkNotesDialog({ open, ...rest }: BulkNotesDialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ editor, onClose }: Omit<BulkNotesDialogProps, 'open'>) {
  const { t } = useT()
  const [text, setText] = useState('')
  const color = useStore(editor.noteColor)
  const field = useRef<HTMLTextAreaElement>(null)
  const adding = useImportNotes(editor, onClose)
  const lines = linesOf(text)
  const tooMany = lines.length > MOST_NOTES_AT_ONCE
  const busy = adding.progress !== null

  function add(): void {
    if (lines.length === 0 || tooMany || busy) return
    adding.start(
      lines.map((line) => ({ text: line, color })),
      { place: placeForNew(editor) },
    )
  }

  return (
    <Dialog
      open
      title={t('bulk.title')}
      description={t('bulk.text')}
      initialFocus={field}
      onOpenChange={(next) => {
        if (next) return
        adding.cancel()
        onClose()
      }}
      onSubmit={add}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" variant="primary" disabled={lines.length === 0 || tooMany || busy}>
            {t('bulk.confirm', { count: lines.length })}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <textarea
          ref={field}
          className={styles['lines']}
          aria-label={t('bulk.label')}
          rows={9}
          dir="auto"
          value={text}
          placeholder={t('bulk.placeholder')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add()
          }}
        />
        <Swatches value={color} onChange={(next) => editor.noteColor.set(next)} />
        {tooMany && <p role="alert">{t('import.tooMany', { most: MOST_NOTES_AT_ONCE })}</p>}
        {busy && <ProgressBar label={t('import.working')} value={adding.progress} />}
      </div>
    </Dialog>
  )
}

/** What is on each line, without the bullets that lists are pasted with; empty lines are none. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/u, '').trim())
    .filter((line) => line !== '')
}
