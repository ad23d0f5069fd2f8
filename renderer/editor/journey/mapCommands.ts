import type { Emotion, LaneKind, Step } from '../../../shared/journey/entities.ts'
import type { ChannelId, JourneyId, LaneId, StageId, StepId } from '../../../shared/journey/ids.ts'
import type { CurveSource } from '../../../shared/journey/curves.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Editor } from '../editor.ts'
import { insertLane } from './laneCommands.ts'
import { insertStage } from './stageCommands.ts'
import { insertStep } from './stepCommands.ts'

/** Where in a journey's map a step is added. */
export interface NewColumn {
  readonly journey: JourneyId
  readonly stage: StageId
  readonly before?: StepId | undefined
  readonly after?: StepId | undefined
}

/** Adds a step to a map and opens its title. */
export function addColumn(editor: Editor, view: ShapeId, at: NewColumn): StepId | undefined {
  const id = insertStep(editor, at)
  if (id) editor.openPart.set({ view, kind: 'step', id, part: 'title' })
  return id
}

/** Adds a stage at the end of a map's story and opens its name. */
export function addStageToMap(editor: Editor, view: ShapeId, journey: JourneyId): StageId | undefined {
  const story = editor.workshop.journeys.get('journeys', journey)?.story
  const id = story && insertStage(editor, story)
  if (id) editor.openPart.set({ view, kind: 'stage', id })
  return id
}

/** Adds a lane below a chosen one, or below all others. */
export function addLaneToMap(editor: Editor, journey: JourneyId, kind: LaneKind): LaneId | undefined {
  const chosen = editor.chosen.get()
  const after = chosen?.kind === 'lane' ? chosen.id : undefined
  return insertLane(editor, journey, kind, after ? { after } : {})
}

/** How somebody feels at a step; nothing takes the feeling away. One undo step. */
export function setFeeling(
  { workshop, fixed }: Editor,
  step: StepId,
  source: Pick<CurveSource, 'of' | 'persona'> | undefined,
  emotion: Emotion | undefined,
): void {
  if (fixed) return
  const persona = source?.of === 'persona' ? source.persona?.id : undefined
  workshop.change((change) => {
    if (persona) change.feel(step, persona, emotion)
    else change.set('steps', step, { emotion })
  })
}

/** The channel of a step; the one it has already is taken away. */
export function toggleChannel({ workshop, fixed }: Editor, step: Step, channel: ChannelId): void {
  if (!fixed)
    workshop.change((change) =>
      change.set('steps', step.id, { channel: step.channel === channel ? undefined : channel }),
    )
}

/** Makes time go the other way in a journey's views. */
export function mirrorJourney({ workshop, fixed }: Editor, id: JourneyId): void {
  const journey = workshop.journeys.get('journeys', id)
  if (journey && !fixed)
    workshop.change((change) =>
      change.set('journeys', id, { direction: journey.direction === 'rtl' ? 'ltr' : 'rtl' }),
    )
}
