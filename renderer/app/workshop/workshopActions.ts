import type { Dispose } from '../../../shared/util/store.ts'
import { NOTE_COLORS } from '../../../shared/model/color.ts'
import { createNoteHere } from '../../editor/commands/createNote.ts'
import { fitAll, fitSelection, zoomBy, zoomTo100 } from '../../editor/commands/lookAt.ts'
import { recolorNotes } from '../../editor/commands/recolorNotes.ts'
import { selectAll } from '../../editor/commands/selectAll.ts'
import type { Editor } from '../../editor/editor.ts'
import type { ToolId } from '../../editor/tool.ts'
import type { CsvFile } from '../../import/ImportCsvDialog.tsx'
import type { Saver, SaveState } from '../../sync/saveWorkshop.ts'
import type { ToastMessage } from '../../ui/createToasts.ts'
import { arrangeActions } from './arrangeActions.ts'
import type { ActionRegistration, Actions } from '../actions/createActions.ts'
import { drawingActions } from './drawingActions.ts'
import { figureActions } from './figures/figureActions.ts'
import { idealActions } from './idealActions.ts'
import { journeyActions } from './journeyActions.ts'
import { inkActions } from './inkActions.ts'
import { followFormat, textActions } from './textActions.ts'
import { sectionActions } from './sectionActions.ts'
import type { AppServices } from '../AppContext.ts'
import { templateActions } from '../templates/templateActions.ts'
import { noteActions } from './noteActions.ts'
import type { WorkshopDialog } from './WorkshopDialogs.tsx'
import { outlineActions } from './outline/outlineActions.ts'
import { overlayActions } from './overlayActions.ts'
import { panelActions } from './panels/panelActions.ts'
import { partActions } from './journeyParts/partActions.ts'
import { viewOptionActions } from './viewOptionActions.ts'
import { errorSentence, showOutcome } from '../showFailure.ts'
import { toggleFingers } from './tellOfPen.ts'

type Services = Pick<AppServices, 'platform' | 'toasts' | 'translator'>

interface Dialogs {
  open(dialog: WorkshopDialog): void
  importCsv(file: CsvFile): void
}

/** Makes the actions of a workshop window possible, and keeps their states in step with the editor. */
export function workshopActions(
  actions: Actions,
  services: Services,
  editor: Editor,
  saver: Saver,
  dialogs: Dialogs,
): Dispose {
  const changed = () => actions.changed()
  const { history, shapes } = editor.workshop
  const stops = [
    actions.register([
      ...fileActions(services, editor, saver, dialogs),
      ...editActions(services, editor),
      ...toolActions(editor),
      ...arrangeActions(editor, () => services.translator.dir()),
      ...drawingActions(editor),
      ...inkActions(editor),
      ...figureActions(editor),
      ...sectionActions(editor),
      ...noteActions(editor, services.translator, dialogs.open),
      ...textActions(editor),
      ...viewActions(editor),
      ...viewOptionActions(editor),
      ...outlineActions(editor),
      ...journeyActions(editor),
      ...idealActions(editor),
      ...templateActions(editor, services.platform, dialogs.open),
      ...panelActions(editor),
      ...overlayActions(editor),
      ...partActions(services, editor),
    ]),
    history.state.subscribe(changed),
    shapes.subscribe(changed),
    editor.selection.subscribe(changed),
    editor.inside.subscribe(changed),
    editor.chosen.subscribe(changed),
    editor.tool.subscribe(changed),
    followFormat(editor, changed),
    editor.fingers.subscribe(changed),
    editor.view.subscribe(changed),
    editor.keepTool.subscribe(changed),
    editor.role.subscribe(changed),
  ]
  return () => stops.forEach((stop) => stop())
}

function fileActions(
  services: Services,
  editor: Editor,
  saver: Saver,
  dialogs: Dialogs,
): readonly ActionRegistration[] {
  const { platform, toasts, translator } = services
  const { desktop, can } = platform
  const { t } = translator
  return [
    { id: 'file.recent', enabled: () => can('showStart'), run: () => desktop.showStart() },
    {
      id: 'file.save',
      async run() {
        await saver.flush()
        toasts.show({ id: 'save', ...messageFor(saver.state.get(), t) })
      },
    },
    {
      id: 'file.saveCopy',
      enabled: () => can('saveCopy'),
      async run() {
        await saver.flush()
        const outcome = await desktop.saveCopy()
        showOutcome(toasts, t, outcome)
        if (outcome.result === 'done')
          toasts.show({ tone: 'success', message: t('save.copied', { name: outcome.name }) })
      },
    },
    {
      id: 'file.rename',
      enabled: () => can('renameWorkshop') && !editor.fixed,
      run: () => dialogs.open('rename'),
    },
    { id: 'file.showInFolder', enabled: () => can('showInFolder'), run: () => desktop.showInFolder() },
    { id: 'file.exportPng', enabled: () => hasShapes(editor), run: () => dialogs.open('export') },
    {
      id: 'file.importCsv',
      enabled: () => !editor.fixed,
      run: () => importTable(services, dialogs),
    },
    {
      id: 'data.import',
      enabled: () => !editor.fixed,
      run: () => importTable(services, dialogs),
    },
  ]
}

/** Lets somebody choose a table, to become what it looks like, or what they then say. */
async function importTable({ platform, toasts, translator }: Services, dialogs: Dialogs): Promise<void> {
  const chosen = await platform.desktop.chooseFile({ kind: 'csv' })
  if (chosen.result === 'done') dialogs.importCsv({ name: chosen.name, data: chosen.data })
  else showOutcome(toasts, translator.t, chosen)
}

/** What somebody who pressed Ctrl+S wants to know. */
function messageFor(state: SaveState, t: AppServices['translator']['t']): ToastMessage {
  switch (state.kind) {
    case 'saved':
      return { tone: 'success', message: t('save.already') }
    case 'savedHere':
      return { message: t('save.journalHint') }
    case 'readOnly':
      return { message: t('workshop.readOnlyText') }
    case 'saving':
      return { message: t('save.storeLost') }
    case 'notSaved':
      return { tone: 'danger', message: errorSentence(t, state.code) }
  }
}

const hasShapes = ({ workshop, board }: Editor): boolean => workshop.shapes.count(board.get()) > 0

function editActions({ platform }: Services, editor: Editor): readonly ActionRegistration[] {
  const { desktop, can } = platform
  const { history } = editor.workshop
  const hasSelection = () => editor.selection.get().size > 0
  const canEdit = () => editor.selected.get().free.length > 0 && !editor.readOnly
  return [
    { id: 'edit.undo', enabled: () => history.state.get().canUndo, run: () => history.undo() },
    { id: 'edit.redo', enabled: () => history.state.get().canRedo, run: () => history.redo() },
    {
      id: 'edit.cut',
      enabled: () => canEdit() && can('editClipboard'),
      run: () => desktop.editClipboard({ command: 'cut' }),
    },
    {
      id: 'edit.copy',
      enabled: () => hasSelection() && can('editClipboard'),
      run: () => desktop.editClipboard({ command: 'copy' }),
    },
    {
      id: 'edit.paste',
      enabled: () => !editor.readOnly && can('editClipboard'),
      run: () => desktop.editClipboard({ command: 'paste' }),
    },
    { id: 'edit.selectAll', enabled: () => hasShapes(editor), run: () => selectAll(editor) },
    ...NOTE_COLORS.map((color): ActionRegistration => ({
      id: `note.${color}`,
      enabled: () => !editor.readOnly,
      run: () => recolorNotes(editor, color),
    })),
  ]
}

function toolActions(editor: Editor): readonly ActionRegistration[] {
  const checked = (id: ToolId) => () => editor.tool.get() === id
  return [
    { id: 'tool.select', checked: checked('select'), run: () => editor.setTool('select') },
    { id: 'tool.hand', checked: checked('hand'), run: () => editor.setTool('hand') },
    {
      id: 'tool.note',
      checked: checked('note'),
      enabled: () => !editor.readOnly,
      run() {
        editor.setTool('select')
        createNoteHere(editor)
      },
    },
  ]
}

function viewActions(editor: Editor): readonly ActionRegistration[] {
  return [
    { id: 'view.zoomIn', run: () => zoomBy(editor, 1) },
    { id: 'view.zoomOut', run: () => zoomBy(editor, -1) },
    { id: 'view.zoom100', run: () => zoomTo100(editor) },
    {
      id: 'view.fingersLook',
      checked: () => editor.fingers.get() === 'view',
      run: () => toggleFingers(editor),
    },
    { id: 'view.fitAll', run: () => fitAll(editor) },
    {
      id: 'view.fitSelection',
      enabled: () => editor.selection.get().size > 0,
      run: () => fitSelection(editor),
    },
  ]
}
