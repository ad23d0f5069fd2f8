import { useCallback, useDeferredValue, useLayoutEffect, useRef, useState } from 'react'
import { directionOf } from '../../../shared/i18n/languages.ts'
import { BoardCanvas } from '../../canvas/BoardCanvas.tsx'
import { Minimap } from '../../canvas/Minimap.tsx'
import { Rulers } from '../../canvas/Rulers.tsx'
import { createNoteBeside } from '../../editor/commands/createNote.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { imageFileOf } from '../../import/importImages.ts'
import { ImportCsvDialog, type CsvFile } from '../../import/ImportCsvDialog.tsx'
import type { ImportTarget } from '../../import/rememberTable.ts'
import { openPanel } from '../../journey/panel/openPanel.ts'
import { useImportNotes } from '../../import/useImportNotes.ts'
import { WallView } from '../../session/wall/WallView.tsx'
import { PartChoices } from '../../storyboard/PartChoices.tsx'
import { PartField } from '../../storyboard/PartField.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useApp } from '../AppContext.ts'
import { useStore } from '../useStore.ts'
import { useBeginning } from '../templates/useBeginning.ts'
import { BoardTabs } from './boards/BoardTabs.tsx'
import { FindBar } from './find/FindBar.tsx'
import { BoardHint } from './BoardHint.tsx'
import { BoardMenu } from './BoardMenu.tsx'
import { CanvasKeysHint } from './CanvasKeysHint.tsx'
import type { Session, SessionHost } from './createSession.ts'
import { ConnectHint } from './ConnectHint.tsx'
import { useImages } from './images/useImages.ts'
import { sessionActions } from './live/sessionActions.ts'
import { EarlierSession } from './live/EarlierSession.tsx'
import { LiveLayer } from './live/LiveLayer.tsx'
import { LivePeople } from './live/LivePeople.tsx'
import { LiveState } from './live/LiveState.tsx'
import { useTogether } from './live/useTogether.ts'
import { LaneMenu } from './journeyParts/LaneMenu.tsx'
import { Outline } from './outline/Outline.tsx'
import { PanelsButton } from './panels/PanelsButton.tsx'
import { SidePanel } from './panels/SidePanel.tsx'
import { SelectionAnnouncer } from './SelectionAnnouncer.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { StylePanel } from './style/StylePanel.tsx'
import { ToolDock } from './ToolDock.tsx'
import { TransformChip } from './TransformChip.tsx'
import { TopBar } from './TopBar.tsx'
import { useBoardKeys } from './useBoardKeys.ts'
import { useClipboard } from './useClipboard.ts'
import { useDrops } from './useDrops.ts'
import { useHabits } from './useHabits.ts'
import { useOpening } from './useOpening.ts'
import { workshopActions } from './workshopActions.ts'
import { WorkshopDialogs, type WorkshopDialog } from './WorkshopDialogs.tsx'
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
  const { actions, platform, settings, toasts, translator } = useApp()
  const { editor, text, assets, images } = session
  const { t } = useT()
  const { number: formatNumber } = useFormat()
  const direction = directionOf(useLanguage())
  // What is offered in all that is below follows from the role.
  useStore(editor.role)
  const [dialog, setDialog] = useState<WorkshopDialog | null>(null)
  const [csv, importCsv] = useChosenCsv()
  const area = useRef<HTMLElement>(null)
  // The board is shown first; the bars around it follow in slices that let it be painted and moved.
  const furnished = useDeferredValue(true, false)
  const together = useTogether(session)
  const isWall = useStore(together.wall)

  // Before the first paint: whoever sees the board may press a key.
  useLayoutEffect(() => {
    const services = { platform, toasts, translator }
    return workshopActions(actions, services, editor, host.saver, { open: setDialog, importCsv })
  }, [actions, platform, toasts, translator, editor, host, importCsv])
  useLayoutEffect(
    () => sessionActions({ actions, platform, settings, toasts, translator }, session, setDialog),
    [actions, platform, settings, toasts, translator, session],
  )

  const pasting = useImportNotes(editor, (count) => {
    if (count > 0) toasts.show({ message: t('import.pasted', { count }) })
  })
  const adding = useImages(editor, assets)
  useClipboard(session, {
    pasteMany: pasting.start,
    addImages: (files, place) => adding.start(files.map(imageFileOf), place),
  })
  useDrops(editor, area, { importCsv, addImages: adding.start })
  useBoardKeys(area, editor, direction)
  useHabits(editor)
  useOpening(session)
  useBeginning(editor)

  const nextNote = useCallback(() => {
    const id = editor.editing.get()
    if (id) createNoteBeside(editor, id, direction)
  }, [editor, direction])

  return (
    <>
      <BoardMenu editor={editor}>
        <main ref={area} aria-label={t('workshop.board')}>
          <BoardCanvas
            editor={editor}
            text={text}
            images={images}
            others={together.others}
            label={t('workshop.canvas')}
            describedBy={CANVAS_HINT}
            noteLabel={t('workshop.noteLabel')}
            onNextNote={nextNote}
          />
          <PartField editor={editor} />
          <PartChoices editor={editor} />
          <CanvasKeysHint id={CANVAS_HINT} />
        </main>
      </BoardMenu>
      {/* Keys work and are answered as soon as the board is seen; until then neither costs anything. */}
      <FindBar editor={editor} />
      <SelectionAnnouncer editor={editor} direction={direction} />
      {furnished && <LiveLayer editor={editor} together={together} />}
      {isWall && <WallView editor={editor} together={together} name={name} />}
      {furnished && !isWall && (
        <>
          <Outline editor={editor} direction={direction} />
          <SidePanel session={session} together={together} />
          <TopBar
            name={name}
            saver={host.saver}
            live={<LiveState session={session} />}
            together={together}
            people={<LivePeople together={together} />}
            panels={<PanelsButton editor={editor} />}
          >
            <BoardTabs editor={editor} together={together} />
          </TopBar>
          <section className={windowStyles['around']} aria-label={t('workshop.toolbar')}>
            <BoardHint editor={editor} />
            <LaneMenu editor={editor} />
            <ConnectHint editor={editor} />
            <SelectionBar editor={editor} />
            <TransformChip editor={editor} />
            <StylePanel editor={editor} />
            <ToolDock editor={editor} />
            <Minimap editor={editor} label={t('workshop.minimap')} className={windowStyles['minimap']} />
            <ZoomBar editor={editor} />
            <Rulers editor={editor} format={formatNumber} />
          </section>
          <EarlierSession session={session} />
          <WorkshopDialogs
            open={dialog}
            session={session}
            name={name}
            onOpen={setDialog}
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
          <ImportCsvDialog
            key={csv.turn}
            file={csv.file}
            editor={editor}
            onClose={() => importCsv(null)}
            onImported={(target) => showImported(editor, target)}
          />
        </>
      )}
    </>
  )
}

/** Where what was imported waits for its place. */
function showImported(editor: Session['editor'], target: ImportTarget): void {
  if (target !== 'notes') openPanel(editor, target === 'metrics' ? 'metrics' : 'triage')
}

interface ChosenCsv {
  readonly file: CsvFile | null
  /** Tells one choice from the next: each starts with its own guesses. */
  readonly turn: number
}

/** The table that is being imported, and how to choose another, or none. */
function useChosenCsv(): [csv: ChosenCsv, choose: (file: CsvFile | null) => void] {
  const [csv, setCsv] = useState<ChosenCsv>({ file: null, turn: 0 })
  const choose = useCallback((file: CsvFile | null) => setCsv(({ turn }) => ({ file, turn: turn + 1 })), [])
  return [csv, choose]
}
