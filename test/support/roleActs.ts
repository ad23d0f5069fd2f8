import type { Vec } from '../../shared/geometry/vec.ts'
import type { JourneyId, StepId, StoryId } from '../../shared/journey/ids.ts'
import { hasText, type Shape } from '../../shared/model/shape.ts'
import { addInk } from '../../renderer/editor/commands/addInk.ts'
import { addShapes } from '../../renderer/editor/commands/addShapes.ts'
import { addStamp, stampSelection } from '../../renderer/editor/commands/addStamps.ts'
import { tidySelection } from '../../renderer/editor/commands/arrangeSelection.ts'
import { convertToNotes, convertToTexts } from '../../renderer/editor/commands/convertShapes.ts'
import { addConnector, newConnector } from '../../renderer/editor/commands/createConnector.ts'
import { addForm, newForm, usualBox } from '../../renderer/editor/commands/createForm.ts'
import { createNote } from '../../renderer/editor/commands/createNote.ts'
import { addSectionHere } from '../../renderer/editor/commands/createSection.ts'
import { createText } from '../../renderer/editor/commands/createText.ts'
import { deleteSelection } from '../../renderer/editor/commands/deleteSelection.ts'
import { duplicateSelection } from '../../renderer/editor/commands/duplicate.ts'
import { toggleMark } from '../../renderer/editor/commands/formatText.ts'
import { groupSelection, ungroupSelection } from '../../renderer/editor/commands/groupShapes.ts'
import { lockSelection, unlockAll } from '../../renderer/editor/commands/lockShapes.ts'
import { moveShapes } from '../../renderer/editor/commands/moveShapes.ts'
import { pileSelection } from '../../renderer/editor/commands/pileNotes.ts'
import { recolorNotes } from '../../renderer/editor/commands/recolorNotes.ts'
import { removeShapes } from '../../renderer/editor/commands/removeShapes.ts'
import { restackSelection } from '../../renderer/editor/commands/restackSelection.ts'
import { selectAll } from '../../renderer/editor/commands/selectAll.ts'
import { setText } from '../../renderer/editor/commands/setText.ts'
import { stretchSelection } from '../../renderer/editor/commands/stretchSelection.ts'
import { setTag } from '../../renderer/editor/commands/tagNotes.ts'
import { deleteBoard } from '../../renderer/editor/commands/boards.ts'
import type { Editor } from '../../renderer/editor/editor.ts'
import { moveCards, selectedCards } from '../../renderer/editor/journey/moveCards.ts'
import { addMoments, pickMoment, removeMoment, voteMoment } from '../../renderer/editor/journey/moments.ts'
import { noteAtStep } from '../../renderer/editor/journey/noteAtStep.ts'
import { setEntity } from '../../renderer/editor/journey/setEntity.ts'
import { setNoteDetails } from '../../renderer/editor/journey/setNoteDetails.ts'
import { deleteSteps } from '../../renderer/editor/journey/stepCommands.ts'
import { deleteLane } from '../../renderer/editor/journey/laneCommands.ts'

/** What somebody does at an editor. The numbers pick what it is done to from what there is. */
export interface Doing {
  readonly editor: Editor
  readonly a: number
  readonly b: number
  readonly at: Vec
  readonly shape: Shape | undefined
  readonly other: Shape | undefined
}
type Act = (doing: Doing) => void

const onSelection =
  (act: (editor: Editor) => void): Act =>
  ({ editor, shape, other, b }) => {
    const ids = [shape, b % 2 === 0 ? other : undefined].flatMap((one) => one?.id ?? [])
    if (b % 7 === 0) selectAll(editor)
    else editor.selection.set(new Set(ids))
    act(editor)
  }

const ROOT = { guest: 'guest' as JourneyId, step: 'one' as StepId, story: 'story' as StoryId }

/** Everything that people do on boards, by the commands that the interface runs. */
export const ROLE_ACTS: Readonly<Record<string, Act>> = {
  note({ editor, at, b }) {
    const id = createNote(editor, at)
    if (id) setText(editor, id, `Note ${b}`)
    editor.editing.set(null)
  },
  text({ editor, at }) {
    const id = createText(editor, at)
    if (id) setText(editor, id, 'Text')
    editor.editing.set(null)
  },
  form: ({ editor, at }) => void addForm(editor, newForm(editor, 'ellipse', usualBox(at))),
  ink: ({ editor, at: [x, y] }) =>
    void addInk(editor, {
      tool: 'pen',
      color: 'ink',
      width: 'medium',
      points: [
        { point: [x, y], pressure: 0.5 },
        { point: [x + 60, y + 40], pressure: 0.5 },
      ],
    }),
  connect({ editor, at, shape, other }) {
    const end = (one: Shape | undefined) => ({
      point: [...at] as [number, number],
      ...(one && { shape: one.id }),
    })
    addConnector(editor, newConnector(editor, 'arrow', { start: end(shape), end: end(other) }))
  },
  stamp: ({ editor, at }) => void addStamp(editor, at),
  vote: onSelection((editor) => void stampSelection(editor)),
  write({ editor, shape, b }) {
    if (shape && hasText(shape)) setText(editor, shape.id, `${shape.text.slice(b % 5)} more ${b}`)
  },
  move: ({ editor, shape, a, b }) => shape && moveShapes(editor, [shape.id], [a * 37 - 300, b * 29 - 200]),
  moveAll: onSelection((editor) => moveShapes(editor, editor.selection.get(), [120, 60])),
  arrows: onSelection((editor) => moveCards(editor, selectedCards(editor), [1, 0])),
  erase: ({ editor, shape }) => shape && void removeShapes(editor, [shape.id]),
  remove: onSelection((editor) => void deleteSelection(editor)),
  duplicate: onSelection(duplicateSelection),
  paste: ({ editor, shape }) => shape && addShapes(editor, [shape], [40, 40]),
  group: onSelection(groupSelection),
  ungroup: onSelection(ungroupSelection),
  restack: onSelection((editor) => restackSelection(editor, 'front')),
  back: onSelection((editor) => restackSelection(editor, 'back')),
  tidy: onSelection((editor) => tidySelection(editor, 'ltr')),
  pile: onSelection(pileSelection),
  stretch: onSelection((editor) => stretchSelection(editor, [30, 20])),
  recolor: onSelection((editor) => recolorNotes(editor, 'pink')),
  bold: onSelection((editor) => toggleMark(editor, editor.selection.get(), 'bold')),
  toNotes: onSelection(convertToNotes),
  toTexts: onSelection(convertToTexts),
  tag: onSelection((editor) => setTag(editor, 'tag', true)),
  details: ({ editor, shape }) => shape && setNoteDetails(editor, [shape.id], { severity: 3 }),
  noteAtStep: ({ editor, b }) =>
    noteAtStep(editor, { journey: ROOT.guest, step: ROOT.step, role: b % 2 === 0 ? 'pain' : 'opportunity' }, [
      'One',
    ]),
  moments: ({ editor }) =>
    void addMoments(editor, { story: ROOT.story, journey: ROOT.guest }, ['A moment', 'Another']),
  momentText({ editor, b }) {
    const moment = editor.workshop.journeys.all('moments')[b]
    if (moment) setEntity(editor, 'moments', moment.id, { text: `Moment ${b}` })
  },
  momentGone({ editor, b }) {
    const moment = editor.workshop.journeys.all('moments')[b]
    if (moment) removeMoment(editor, moment.id)
  },
  undo: ({ editor }) => editor.workshop.history.undo(),
  redo: ({ editor }) => editor.workshop.history.redo(),
  // What only facilitators may.
  section: onSelection((editor) => void addSectionHere(editor)),
  lock: onSelection(lockSelection),
  unlock: ({ editor }) => unlockAll(editor),
  pickMoment({ editor, b }) {
    const moment = editor.workshop.journeys.all('moments')[b]
    if (moment) pickMoment(editor, moment.id, true)
    if (moment) voteMoment(editor, moment.id, 1)
  },
  step({ editor, b }) {
    const step = editor.workshop.journeys.all('steps')[b]
    if (step) setEntity(editor, 'steps', step.id, { title: `Step ${b}` })
  },
  stepGone({ editor, b }) {
    const step = editor.workshop.journeys.all('steps')[b]
    if (step && b > 2) deleteSteps(editor, [step.id])
  },
  laneGone({ editor, b }) {
    const lane = editor.workshop.journeys.all('lanes')[b]
    if (lane) deleteLane(editor, lane.id)
  },
  boardGone: ({ editor, b }) => b > 18 && deleteBoard(editor, editor.board.get()),
}

/** Any of the shapes on the board, connectors and stamps among them. */
export function pick(editor: Editor, index: number): Shape | undefined {
  const shapes = editor.workshop.shapes.all(editor.board.get())
  return shapes.length === 0 ? undefined : shapes[index % shapes.length]
}
