import type { Emotion, Step } from '../../../shared/journey/entities.ts'
import type { JourneyId, StageId, StepId, StoryId } from '../../../shared/journey/ids.ts'
import { stepsBetween } from '../../../shared/journey/structure/readers.ts'
import type { EntityPatch } from '../../../shared/journey/changeJourneys.ts'
import type { Step as UndoStep } from '../../../shared/model/history.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Editor } from '../editor.ts'
import { choosePart } from './choosePart.ts'
import { createJourney } from './journeyCommands.ts'
import { insertStage } from './stageCommands.ts'
import { insertStep } from './stepCommands.ts'

/** The steps that are chosen; none if something else is. */
export function chosenSteps({ chosen }: Pick<Editor, 'chosen'>): readonly StepId[] {
  const now = chosen.get()
  return now?.kind === 'steps' ? now.ids : []
}

/** How a click chooses a frame: it alone, it as well or no more, or all from the last chosen one to it. */
export function chooseStep(editor: Editor, id: StepId, how: 'only' | 'toggle' | 'range' = 'only'): void {
  const before = chosenSteps(editor)
  const last = before.at(-1)
  if (how === 'only' || last === undefined) return choosePart(editor, { kind: 'steps', ids: [id] })
  if (how === 'toggle') {
    const ids = before.includes(id) ? before.filter((one) => one !== id) : [...before, id]
    return choosePart(editor, ids.length > 0 ? { kind: 'steps', ids } : null)
  }
  const between = stepsBetween(editor.workshop.journeys, last, id).map((step) => step.id)
  const added = between.length > 0 ? between : [id]
  choosePart(editor, { kind: 'steps', ids: [...before.filter((one) => !added.includes(one)), ...added] })
}

/** Changes fields of steps, in one undo step. Edits of one `undo` step in a row are undone together. */
export function setSteps(
  { workshop, fixed }: Pick<Editor, 'workshop' | 'fixed'>,
  ids: Iterable<StepId>,
  patch: EntityPatch<'steps'>,
  undo?: UndoStep,
): void {
  if (fixed) return
  workshop.change((change) => {
    for (const id of ids) change.set('steps', id, patch)
  }, undo)
}

/** Key moments if not all of them are, else none of them. */
export function toggleKeyMoments(editor: Editor, ids: readonly StepId[]): void {
  const steps = ids.flatMap((id) => editor.workshop.journeys.get('steps', id) ?? [])
  setSteps(editor, ids, { key: steps.every(({ key }) => key) ? undefined : true })
}

/** How the actor feels at steps; nothing takes the feeling away. */
export const setEmotion = (editor: Editor, ids: readonly StepId[], emotion: Emotion | undefined): void =>
  setSteps(editor, ids, { emotion })

/** A little better or worse: from nothing said, it begins in the middle. */
export function shiftEmotion(editor: Editor, ids: readonly StepId[], by: 1 | -1): void {
  const { workshop, fixed } = editor
  if (fixed) return
  workshop.change((change) => {
    for (const id of ids) {
      const step = workshop.journeys.get('steps', id)
      const emotion = Math.max(-2, Math.min(2, (step?.emotion ?? 0) + by)) as Emotion
      change.set('steps', id, { emotion })
    }
  })
}

/** Adds a frame and opens its caption. Without a place, it comes at the end of the stage. */
export function addFrame(
  editor: Editor,
  view: ShapeId,
  at: {
    readonly journey: JourneyId
    readonly stage?: StageId
    readonly after?: StepId
    readonly before?: StepId
  },
): StepId | undefined {
  const id = insertStep(editor, at)
  if (id) editor.openPart.set({ view, kind: 'step', id, part: 'caption' })
  return id
}

/** Adds a stage at the end and opens its name. */
export function addStageTo(editor: Editor, view: ShapeId, story: StoryId): void {
  const id = insertStage(editor, story)
  if (id) editor.openPart.set({ view, kind: 'stage', id })
}

/** Adds a track for another actor and opens its name. */
export function addTrack(editor: Editor, view: ShapeId, story: StoryId): void {
  const added = createJourney(editor, { name: '', story })
  if (added) editor.openPart.set({ view, kind: 'journey', id: added.journey, at: 'track' })
}

/** The frame after this one, whose caption is typed next; a new one where there is none yet. */
export function nextCaption(editor: Editor, view: ShapeId, { id, journey, stage, caption }: Step): void {
  const steps = editor.workshop.journeys.stepsOf(journey)
  const next = steps[steps.findIndex((step) => step.id === id) + 1]
  if (next) {
    chooseStep(editor, next.id)
    editor.openPart.set({ view, kind: 'step', id: next.id, part: 'caption' })
  } else if (caption.trim() === '') editor.openPart.set(null)
  else addFrame(editor, view, { journey, stage, after: id })
}
