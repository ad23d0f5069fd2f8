import { lazy, Suspense } from 'react'
import { ExportDialog } from '../../export/ExportDialog.tsx'
import { useApp } from '../AppContext.ts'
import { SaveTemplateDialog } from '../templates/SaveTemplateDialog.tsx'
import type { TemplateDialog } from '../templates/templateActions.ts'
import { showError, showOutcome } from '../showFailure.ts'
import { pictureName } from './boards/boardName.ts'
import { BulkNotesDialog } from './BulkNotesDialog.tsx'
import type { Session } from './createSession.ts'
import { NameDialog } from './NameDialog.tsx'
import type { NoteDialog } from './noteActions.ts'
import { RenameDialog } from './RenameDialog.tsx'
import { SessionDialogs, type SessionDialog } from './live/SessionDialogs.tsx'
import { TagsDialog } from './TagsDialog.tsx'

/** The dialogs that actions of a workshop open; at most one is open. */
export type WorkshopDialog = 'export' | 'rename' | SessionDialog | NoteDialog | TemplateDialog

const AddStory = lazy(async () => {
  const { AddStory: component } = await import('../templates/AddStory.tsx')
  return { default: component }
})

interface WorkshopDialogsProps {
  readonly open: WorkshopDialog | null
  readonly session: Session
  /** The workshop's. */
  readonly name: string
  /** One leads to another. */
  readonly onOpen: (dialog: WorkshopDialog) => void
  readonly onClose: () => void
}

export function WorkshopDialogs({ open, session, name, onOpen, onClose }: WorkshopDialogsProps) {
  const { platform, toasts, translator } = useApp()
  const { editor, text, images } = session

  const savePng = async (png: Blob): Promise<void> => {
    const data = new Uint8Array(await png.arrayBuffer())
    const outcome = await platform.desktop.exportFile({
      suggestedName: pictureName(editor, translator.t, name),
      kind: 'png',
      data,
    })
    showOutcome(toasts, translator.t, outcome)
    if (outcome.result === 'done')
      toasts.show({ tone: 'success', message: translator.t('exportPng.done', { name: outcome.name }) })
  }

  return (
    <>
      <BulkNotesDialog open={open === 'bulk'} editor={editor} onClose={onClose} />
      <TagsDialog open={open === 'tags'} editor={editor} onClose={onClose} />
      <NameDialog open={open === 'name'} onClose={onClose} />
      {open === 'addStory' && (
        <Suspense fallback={null}>
          <AddStory editor={editor} onClose={onClose} />
        </Suspense>
      )}
      {open === 'saveTemplate' && <SaveTemplateDialog editor={editor} onClose={onClose} />}
      <SessionDialogs open={open} session={session} name={name} onOpen={onOpen} onClose={onClose} />
      <RenameDialog open={open === 'rename'} name={name} onClose={onClose} />
      <ExportDialog
        open={open === 'export'}
        editor={editor}
        text={text}
        images={images}
        save={savePng}
        onError={(error) => showError(toasts, translator.t, error)}
        onClose={onClose}
      />
    </>
  )
}
