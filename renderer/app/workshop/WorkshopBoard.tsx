import {
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { directionOf } from '../../../shared/i18n/languages.ts'
import { BoardCanvas } from '../../canvas/BoardCanvas.tsx'
import { Minimap } from '../../canvas/Minimap.tsx'
import { Rulers } from '../../canvas/Rulers.tsx'
import { createNoteBeside } from '../../editor/commands/createNote.ts'
import { fitAll } from '../../editor/commands/lookAt.ts'
import { ExportDialog } from '../../export/ExportDialog.tsx'
import { useFormat } from '../../i18n/useFormat.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { imageFileOf } from '../../import/importImages.ts'
import { ImportCsvDialog, type CsvFile } from '../../import/ImportCsvDialog.tsx'
import { useImportNotes } from '../../import/useImportNotes.ts'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useApp } from '../AppContext.ts'
import { errorSentence, showError, showOutcome } from '../showFailure.ts'
import { BoardTabs } from './boards/BoardTabs.tsx'
import { FindBar } from './find/FindBar.tsx'
import { pictureName } from './boards/boardName.ts'
import { BoardHint } from './BoardHint.tsx'
import { BoardMenu } from './BoardMenu.tsx'
import { CanvasKeysHint } from './CanvasKeysHint.tsx'
import type { Session, SessionHost } from './createSession.ts'
import { listenToDrops, type Dropped } from '../../import/listenToDrops.ts'
import { ConnectHint } from './ConnectHint.tsx'
import { drawingActions } from './drawingActions.ts'
import { pagePointAt, useImages } from './images/useImages.ts'
import { listenToCanvasKeys } from './listenToCanvasKeys.ts'
import { listenToMenuKey } from './listenToMenuKey.ts'
import { listenToDrawingKeys } from './listenToDrawingKeys.ts'
import { BulkNotesDialog } from './BulkNotesDialog.tsx'
import { NameDialog } from './NameDialog.tsx'
import type { NoteDialog } from './noteActions.ts'
import { TagsDialog } from './TagsDialog.tsx'
import { rememberFingers } from './rememberFingers.ts'
import { rememberView } from './rememberView.ts'
import { RenameDialog } from './RenameDialog.tsx'
import { SelectionAnnouncer } from './SelectionAnnouncer.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { StylePanel } from './style/StylePanel.tsx'
import { ToolDock } from './ToolDock.tsx'
import { tellOfPen } from './tellOfPen.ts'
import { TransformChip } from './TransformChip.tsx'
import { TopBar } from './TopBar.tsx'
import { useClipboard } from './useClipboard.ts'
import { workshopActions } from './workshopActions.ts'
import windowStyles from './WorkshopWindow.module.css'
import { ZoomBar } from './ZoomBar.tsx'

interface WorkshopBoardProps {
  readonly host: SessionHost
  readonly session: Session
  readonly name: string
}

/** Id of the sentence that says which keys work on the canvas. */
const CANVAS_HINT = 'canvas-hint'

/** The open board with everything around it. */
export function WorkshopBoard({ host, session, name }: WorkshopBoardProps) {
  const { actions, context, platform, settings, toasts, translator } = useApp()
  const { editor, text, assets, images } = session
  const { t } = useT()
  const { number: formatNumber } = useFormat()
  const direction = directionOf(useLanguage())
  const [dialog, setDialog] = useState<'export' | 'rename' | NoteDialog | null>(null)
  // Each file chosen starts with its own guesses: `turn` tells the choices apart.
  const [csv, setCsv] = useState<{ readonly file: CsvFile | null; readonly turn: number }>({
    file: null,
    turn: 0,
  })
  const importCsv = useCallback(
    (file: CsvFile | null) => setCsv(({ turn }) => ({ file, turn: turn + 1 })),
    [],
  )
  const area = useRef<HTMLElement>(null)
  // The board is shown first; the bars around it follow in slices that let it be painted and moved.
  const furnished = useDeferredValue(true, false)

  // Before the first paint: whoever sees the board may press a key.
  useLayoutEffect(() => {
    const services = { platform, toasts, translator }
    return workshopActions(actions, services, editor, host.saver, { open: setDialog, importCsv })
  }, [actions, platform, toasts, translator, editor, host, importCsv])

  useLayoutEffect(() => drawingActions(actions, editor), [actions, editor])
  useLayoutEffect(() => (area.current ? listenToMenuKey(area.current, editor) : undefined), [editor])
  useLayoutEffect(() => (area.current ? listenToDrawingKeys(area.current, editor) : undefined), [editor])

  const pasting = useImportNotes(editor, (count) => {
    if (count > 0) toasts.show({ message: t('import.pasted', { count }) })
  })
  const adding = useImages(editor, assets)
  const addImages = useEffectEvent(adding.start)
  useClipboard(session, {
    pasteMany: pasting.start,
    addImages: (files, place) => adding.start(files.map(imageFileOf), place),
  })
  const { platform: system } = context
  useLayoutEffect(
    () =>
      area.current ? listenToCanvasKeys(area.current, editor, { platform: system, direction }) : undefined,
    [editor, system, direction],
  )
  useEffect(
    () =>
      listenToDrops(window, (dropped) => {
        if (editor.readOnly) return
        if (dropped.kind === 'table') importCsv(dropped.file)
        else if (dropped.kind === 'images')
          addImages(dropped.files.map(imageFileOf), pagePointAt(editor, area.current, dropped.at))
        else toasts.show({ tone: 'danger', message: sentenceForDrop(dropped, translator.t) })
      }),
    [editor, toasts, translator, importCsv],
  )
  useEffect(() => rememberView(editor.view), [editor])
  useEffect(() => {
    const follow = () => editor.author.set(settings.get().name ?? '')
    follow()
    return settings.subscribe(follow)
  }, [editor, settings])
  useEffect(() => showAllOnce(editor), [editor])
  useEffect(() => rememberFingers(editor), [editor])
  useEffect(() => tellOfPen(editor, { toasts, translator }), [editor, toasts, translator])
  useEffect(() => {
    toasts.dismiss('store') // it may have been lost while the workshop was loading
    if (session.recovered > 0)
      toasts.show({ message: translator.t('save.recovered', { count: session.recovered }) })
    const unreadable = session.workshop.shapes.unreadable()
    if (unreadable > 0)
      toasts.show({ tone: 'danger', message: translator.t('workshop.unreadable', { count: unreadable }) })
  }, [session, toasts, translator])

  const nextNote = useCallback(() => {
    const id = editor.editing.get()
    if (id) createNoteBeside(editor, id, direction)
  }, [editor, direction])

  const exportPng = async (png: Blob): Promise<void> => {
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
      <BoardMenu editor={editor}>
        <main ref={area} aria-label={t('workshop.board')}>
          <BoardCanvas
            editor={editor}
            text={text}
            images={images}
            label={t('workshop.canvas')}
            describedBy={CANVAS_HINT}
            noteLabel={t('workshop.noteLabel')}
            onNextNote={nextNote}
          />
        </main>
      </BoardMenu>
      {furnished && (
        <>
          <CanvasKeysHint id={CANVAS_HINT} />
          <SelectionAnnouncer editor={editor} direction={direction} />
          <BoardHint editor={editor} />
          <TopBar name={name} saver={host.saver}>
            <BoardTabs editor={editor} />
          </TopBar>
          <ConnectHint editor={editor} />
          <FindBar editor={editor} />
          <SelectionBar editor={editor} />
          <TransformChip editor={editor} />
          <StylePanel editor={editor} />
          <ToolDock editor={editor} />
          <Minimap editor={editor} label={t('workshop.minimap')} className={windowStyles['minimap']} />
          <ZoomBar editor={editor} />
          <Rulers editor={editor} format={formatNumber} />
          <BulkNotesDialog open={dialog === 'bulk'} editor={editor} onClose={() => setDialog(null)} />
          <TagsDialog open={dialog === 'tags'} editor={editor} onClose={() => setDialog(null)} />
          <NameDialog open={dialog === 'name'} onClose={() => setDialog(null)} />
          <RenameDialog open={dialog === 'rename'} name={name} onClose={() => setDialog(null)} />
          <ExportDialog
            open={dialog === 'export'}
            editor={editor}
            text={text}
            images={images}
            save={exportPng}
            onError={(error) => showError(toasts, translator.t, error)}
            onClose={() => setDialog(null)}
          />
          <ProgressDialog
            open={pasting.progress !== null}
            title={t('import.pasting')}
            label={t('import.working')}
            value={pasting.progress}
            onCancel={pasting.cancel}
          />
          <ProgressDialog
            open={adding.progress !== null}
            title={t('image.adding')}
            label={t('image.working')}
            value={adding.progress}
            onCancel={adding.cancel}
          />
          <ImportCsvDialog key={csv.turn} file={csv.file} editor={editor} onClose={() => importCsv(null)} />
        </>
      )}
    </>
  )
}

/** A board is opened showing all of it, as soon as the window knows its size. */
function showAllOnce(editor: Session['editor']): () => void {
  const show = () => {
    if (editor.viewport.get().w === 0) return
    stop()
    fitAll(editor)
  }
  const stop = editor.viewport.subscribe(show)
  show()
  return stop
}

function sentenceForDrop(
  { kind, name }: Exclude<Dropped, { kind: 'table' | 'images' }>,
  t: ReturnType<typeof useT>['t'],
) {
  return kind === 'tooLarge' ? errorSentence(t, 'import-too-large', name) : t('import.notTable', { name })
}
