import type { Box } from '../../../shared/geometry/box.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import { MAP } from '../../../shared/journey/mapLayout.ts'
import type { JourneyMap, Shape, Storyboard } from '../../../shared/model/shape.ts'
import { reveal, revealBox, type Covered } from '../commands/lookAt.ts'
import { openAround } from '../commands/foldSections.ts'
import type { Editor } from '../editor.ts'

/** Chooses a step and brings it into view: on the board that is shown if it is there, or else on the one where it is. */
export function showStep(editor: Editor, step: StepId, covered?: Covered): void {
  chooseSteps(editor, [step])
  const places = placesOf(editor, step)
  const place = places.find(({ view }) => view.board === editor.board.get()) ?? places[0]
  if (!place) return
  if (place.view.board !== editor.board.get()) editor.showBoard(place.view.board)
  chooseSteps(editor, [step])
  openAround(editor, place.view.id)
  revealBox(editor, place.box, covered)
}

/** Selects steps, in all views that show them, and nothing else. */
export function chooseSteps(editor: Editor, ids: readonly StepId[]): void {
  editor.selection.set(new Set())
  editor.chosen.set(ids.length > 0 ? { kind: 'steps', ids } : null)
}

/** Selects notes of journeys and brings the first of them into view, on whatever board it is. */
export function showNotes(editor: Editor, notes: readonly Shape[], covered?: Covered): void {
  const [first] = notes
  if (!first) return
  if (first.board !== editor.board.get()) editor.showBoard(first.board)
  editor.chosen.set(null)
  editor.selection.set(new Set(notes.flatMap(({ id, board }) => (board === first.board ? [id] : []))))
  reveal(editor, first.id, covered)
}

export interface StepPlace {
  readonly view: JourneyMap | Storyboard
  /** Page units. */
  readonly box: Box
}

/** Where a step is to be seen: its frame, and its column's head. */
export function placesOf({ workshop }: Pick<Editor, 'workshop'>, step: StepId): readonly StepPlace[] {
  const found = workshop.journeys.get('steps', step)
  const journey = workshop.journeys.get('journeys', found?.journey)
  if (!found || !journey) return []
  const { placement } = workshop.shapes
  const views = [placement.storyboardOf(journey.story), placement.mapOf(journey.id)]
  return views.flatMap((id): readonly StepPlace[] => {
    const view = id && workshop.shapes.get(id)
    if (view?.kind !== 'storyboard' && view?.kind !== 'map') return []
    const box = view.kind === 'storyboard' ? frameBox(view, step) : columnBox(view, step)
    return box ? [{ view, box }] : []
  })
}

function frameBox({ geometry: [x, y], layout }: Storyboard, step: StepId): Box | undefined {
  const frames = layout?.rows.flatMap((row) => row.frames) ?? []
  const box = frames.find((frame) => frame.step.id === step)?.box
  return box && { ...box, x: box.x + x, y: box.y + y }
}

function columnBox({ geometry: [x, y], layout }: JourneyMap, step: StepId): Box | undefined {
  const columns = layout?.stages.flatMap((stage) => stage.columns) ?? []
  const column = columns.find((one) => one.step?.id === step)
  return column && { x: x + column.x, y: y + MAP.title, w: column.w, h: MAP.stageHead + MAP.stepHead }
}
