import type { Note } from '../model/shape.ts'
import type { Journey } from './entities.ts'
import type { StepId } from './ids.ts'
import { framesOf, type Frame, type RegisterSource } from './register.ts'

/** A frame with what serves it: opportunities that name it or lie at it, and the pain points there. */
export interface ServedFrame extends Frame {
  readonly opportunities: readonly Note[]
  readonly pains: readonly Note[]
}

/** The frames of one journey, in the order of time. */
export interface ServedTrack {
  readonly journey: Journey
  readonly frames: readonly ServedFrame[]
}

/** All frames with what serves them, track by track. What was dismissed serves nothing. */
export function servedFrames(source: RegisterSource): readonly ServedTrack[] {
  const opportunities = new Map<StepId, Note[]>()
  const pains = new Map<StepId, Note[]>()
  const journeys = source.journeys.all('journeys')
  for (const { id } of journeys)
    for (const note of source.notesOf(id)) {
      const at = note.serves ?? note.cell?.step
      if (at === undefined || note.status === 'dismissed') continue
      if (note.cell?.role === 'opportunity') put(opportunities, at, note)
      if (note.cell?.role === 'pain') put(pains, at, note)
    }
  const frames = framesOf(source)
  return journeys.map((journey) => ({
    journey,
    frames: frames
      .filter((frame) => frame.journey.id === journey.id)
      .map((frame) => ({
        ...frame,
        opportunities: opportunities.get(frame.step.id) ?? [],
        pains: pains.get(frame.step.id) ?? [],
      })),
  }))
}

/** Nothing serves it yet: no opportunity does, however many pain points there are. */
export const isUnserved = ({ opportunities }: ServedFrame): boolean => opportunities.length === 0

function put(map: Map<StepId, Note[]>, at: StepId, note: Note): void {
  const found = map.get(at)
  if (found) found.push(note)
  else map.set(at, [note])
}
