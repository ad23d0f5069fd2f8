import type { ActionId } from '../../../../shared/actions/actionTable.ts'
import { LANE_KINDS } from '../../../../shared/journey/entities.ts'
import { duplicateSelection } from '../../../editor/commands/duplicate.ts'
import { deleteSelection } from '../../../editor/commands/deleteSelection.ts'
import { canType, openText } from '../../../editor/commands/openText.ts'
import type { Editor } from '../../../editor/editor.ts'
import {
  deleteChosen,
  duplicateChosen,
  moveChosen,
  openChosen,
  readChosen,
  viewToType,
  type Removal,
} from '../../../editor/journey/chosenCommands.ts'
import { addFrame, shiftEmotion, toggleKeyMoments } from '../../../editor/journey/frameCommands.ts'
import { setLane } from '../../../editor/journey/laneCommands.ts'
import { addColumn, addLaneToMap, addStageToMap, mirrorJourney } from '../../../editor/journey/mapCommands.ts'
import { enterView, firstInside } from '../../../editor/journey/walkFrames.ts'
import { foldStage } from '../../../editor/journey/stageCommands.ts'
import { divideStep, joinSteps } from '../../../editor/journey/stepCommands.ts'
import { selectedShapes } from '../../../editor/editor.ts'
import type { ActionRegistration } from '../../actions/createActions.ts'
import type { AppServices } from '../../AppContext.ts'
import { showUndo } from '../../../journey/panel/showUndo.ts'

type Services = Pick<AppServices, 'toasts' | 'translator'>

/** What is done with chosen parts of journeys, and with shapes where no part is chosen. */
export function partActions(services: Services, editor: Editor): readonly ActionRegistration[] {
  return [
    ...editActions(services, editor),
    ...stepActions(editor),
    ...stageActions(editor),
    ...laneActions(editor),
    ...mapActions(editor),
  ]
}

function editActions({ toasts, translator }: Services, editor: Editor): readonly ActionRegistration[] {
  const canEdit = () => editor.selected.get().free.length > 0 && !editor.readOnly
  const isChosen = () => editor.chosen.get() !== null && !editor.fixed
  function remove(): void {
    if (!isChosen()) return void deleteSelection(editor)
    const removed = deleteChosen(editor)
    if (removed) showUndo(toasts, translator.t, editor.workshop.history, sentence(removed))
  }
  const sentence = ({ kind, count, notes }: Removal): string => {
    const { t } = translator
    const gone = kind === 'stage' ? t('map.stageGone') : t('map.laneGone')
    const what = kind === 'steps' ? t('map.stepsGone', { count }) : gone
    return notes > 0 ? `${what} ${t('map.notesKept', { count: notes })}` : what
  }
  return [
    {
      id: 'edit.duplicate',
      enabled: () => canEdit() || (isChosen() && editor.chosen.get()?.kind !== 'stage'),
      run: () => (isChosen() ? duplicateChosen(editor) : duplicateSelection(editor)),
    },
    { id: 'edit.delete', enabled: () => canEdit() || isChosen(), run: remove },
    {
      id: 'edit.text',
      enabled() {
        const [id] = editor.selection.get()
        return (
          isChosen() ||
          firstInside(editor) !== undefined ||
          (editor.selection.get().size === 1 && id !== undefined && canType(editor, id))
        )
      },
      run() {
        const [id] = editor.selection.get()
        if (isChosen()) openChosen(editor)
        else if (enterView(editor)) return
        else if (id) openText(editor, id)
      },
    },
  ]
}

function stepActions(editor: Editor): readonly ActionRegistration[] {
  const steps = () => (editor.fixed ? [] : readChosen(editor).steps)
  const ids = () => steps().map(({ id }) => id)
  const some = () => steps().length > 0
  function add(where: 'before' | 'after'): void {
    const step = steps().at(-1)
    const view = viewToType(editor)
    const insert = view?.kind === 'storyboard' ? addFrame : addColumn
    if (step && view) insert(editor, view.id, { journey: step.journey, stage: step.stage, [where]: step.id })
  }
  return [
    { id: 'step.addBefore', enabled: some, run: () => add('before') },
    { id: 'step.addAfter', enabled: some, run: () => add('after') },
    {
      id: 'step.split',
      enabled: () => steps().length === 1,
      run: () => ids().forEach((id) => divideStep(editor, id)),
    },
    { id: 'step.merge', enabled: () => steps().length > 1, run: () => void joinSteps(editor, ids()) },
    {
      id: 'step.mergeNext',
      enabled: () => steps().length === 1 && nextOf(editor) !== undefined,
      run() {
        const next = nextOf(editor)
        if (next) joinSteps(editor, [...ids(), next])
      },
    },
    {
      id: 'step.key',
      checked: () => some() && steps().every(({ key }) => key),
      enabled: some,
      run: () => toggleKeyMoments(editor, ids()),
    },
    { id: 'step.better', enabled: some, run: () => shiftEmotion(editor, ids(), 1) },
    { id: 'step.worse', enabled: some, run: () => shiftEmotion(editor, ids(), -1) },
    { id: 'step.earlier', enabled: some, run: () => move(editor, -1) },
    { id: 'step.later', enabled: some, run: () => move(editor, 1) },
  ]
}

function nextOf({ workshop, chosen }: Editor) {
  const [step] = readChosen({ workshop, chosen }).steps
  const all = step ? workshop.journeys.stepsOf(step.journey) : []
  return all[all.findIndex(({ id }) => id === step?.id) + 1]?.id
}

/** Earlier or later in time, whichever way time goes. */
function move(editor: Editor, by: 1 | -1): void {
  const rtl = readChosen(editor).journey?.direction === 'rtl'
  moveChosen(editor, [rtl ? -by : by, 0])
}

function stageActions(editor: Editor): readonly ActionRegistration[] {
  const stage = () => (editor.fixed ? undefined : readChosen(editor).stage)
  const isChosen = () => stage() !== undefined
  return [
    { id: 'stage.add', enabled: () => journeyMeant(editor) !== undefined, run: () => addStage(editor) },
    {
      id: 'stage.fold',
      checked: () => stage()?.collapsed === true,
      enabled: isChosen,
      run() {
        const id = stage()?.id
        if (id) foldStage(editor, id)
      },
    },
    { id: 'stage.earlier', enabled: isChosen, run: () => move(editor, -1) },
    { id: 'stage.later', enabled: isChosen, run: () => move(editor, 1) },
  ]
}

function addStage(editor: Editor): void {
  const journey = journeyMeant(editor)
  const map = journey && editor.workshop.shapes.placement.mapOf(journey.id)
  const view = viewToType(editor)?.id ?? map
  if (journey && view) addStageToMap(editor, view, journey.id)
}

/** The journey of what is chosen, or of the map that is selected. */
function journeyMeant(editor: Editor) {
  if (editor.fixed) return undefined
  const { journey } = readChosen(editor)
  if (journey) return journey
  const [shape, second] = selectedShapes(editor)
  return shape?.kind === 'map' && !second
    ? editor.workshop.journeys.get('journeys', shape.journey)
    : undefined
}

function laneActions(editor: Editor): readonly ActionRegistration[] {
  const lane = () => (editor.fixed ? undefined : readChosen(editor).lane)
  const isChosen = () => lane() !== undefined
  const hidden = () => {
    const journey = journeyMeant(editor)
    return journey ? editor.workshop.journeys.lanesOf(journey.id).filter((one) => one.hidden) : []
  }
  return [
    {
      id: 'lane.fold',
      checked: () => lane()?.collapsed === true,
      enabled: isChosen,
      run() {
        const one = lane()
        if (one) setLane(editor, one.id, { collapsed: one.collapsed ? undefined : true })
      },
    },
    {
      id: 'lane.hide',
      enabled: isChosen,
      run() {
        const one = lane()
        if (one) setLane(editor, one.id, { hidden: true })
        editor.chosen.set(null)
      },
    },
    {
      id: 'lane.showAll',
      enabled: () => hidden().length > 0,
      run: () =>
        editor.workshop.change((change) => {
          for (const { id } of hidden()) change.set('lanes', id, { hidden: undefined })
        }),
    },
    { id: 'lane.up', enabled: isChosen, run: () => void moveChosen(editor, [0, -1]) },
    { id: 'lane.down', enabled: isChosen, run: () => void moveChosen(editor, [0, 1]) },
    ...LANE_KINDS.map((kind): ActionRegistration => ({
      id: `laneKind.${kind}` satisfies ActionId,
      enabled: () => journeyMeant(editor) !== undefined,
      run() {
        const journey = journeyMeant(editor)
        if (journey) addLaneToMap(editor, journey.id, kind)
      },
    })),
  ]
}

function mapActions(editor: Editor): readonly ActionRegistration[] {
  return [
    {
      id: 'map.mirror',
      checked: () => journeyMeant(editor)?.direction === 'rtl',
      enabled: () => journeyMeant(editor) !== undefined,
      run() {
        const journey = journeyMeant(editor)
        if (journey) mirrorJourney(editor, journey.id)
      },
    },
    {
      id: 'map.rename',
      enabled: () => journeyMeant(editor) !== undefined && mapMeant(editor) !== undefined,
      run() {
        const [journey, view] = [journeyMeant(editor), mapMeant(editor)]
        if (journey && view) editor.openPart.set({ view, kind: 'journey', id: journey.id, at: 'title' })
      },
    },
  ]
}

function mapMeant(editor: Editor) {
  const journey = journeyMeant(editor)
  return viewToType(editor)?.id ?? (journey && editor.workshop.shapes.placement.mapOf(journey.id))
}
