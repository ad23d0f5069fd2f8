import type { Note } from '../../model/shape.ts'
import { FLOW_STEPS, type FlowStep } from './flowSteps.ts'
import type { FlowStory } from './flowStory.ts'

/** How much of a step is done. `of` is 0 where it cannot be begun yet. */
export interface Share {
  readonly done: number
  readonly of: number
}

/** How far a story is, worked out from what is there: whoever makes frames without the flow is as far. */
export function flowProgress(flow: FlowStory): Readonly<Record<FlowStep, Share>> {
  const { tracks, moments, frames, pains, ideas } = flow
  const steps = new Set(frames.map(({ step }) => step.id))
  const picked = moments.filter((moment) => moment.picked)
  const made = picked.filter(({ step }) => step !== undefined && steps.has(step))
  const notes = [...pains, ...ideas]
  const noted = new Set(notes.map(({ cell }) => cell?.step))
  const owned = notes.filter(isOwned)
  const of = frames.length
  return {
    personas: { done: tracks.filter(({ actor }) => actor).length, of: Math.max(1, tracks.length) },
    moments: { done: moments.length, of: moments.length },
    pick: { done: picked.length, of: picked.length || moments.length },
    // Frames that were made without moments are frames, too.
    frames: { done: picked.length > 0 ? made.length : of, of: picked.length || of },
    feelings: { done: frames.filter(({ step }) => step.emotion !== undefined).length, of },
    today: { done: frames.filter(({ step }) => step.today.trim() !== '').length, of },
    notes: { done: frames.filter(({ step }) => noted.has(step.id)).length, of },
    serves: {
      done: ideas.filter(({ serves }) => serves !== undefined && steps.has(serves)).length,
      of: ideas.length,
    },
    owners: { done: owned.length, of: notes.length },
    done: { done: 0, of: 0 },
  }
}

/** Does somebody have it, by a day? What was dismissed needs neither. */
export const isOwned = ({ owner, due, status }: Note): boolean =>
  status === 'dismissed' || (owner !== undefined && owner.trim() !== '' && due !== undefined)

/** Where to begin, or to go on: the first step of which nothing is done. */
export function firstOpen(progress: Readonly<Record<FlowStep, Share>>): FlowStep {
  return FLOW_STEPS.find((step) => progress[step].done === 0) ?? 'done'
}

/** What is still missing in the end. */
export interface LooseEnds {
  readonly noOwner: number
  readonly noDate: number
  readonly noStatus: number
  /** Ideas that serve no frame. */
  readonly noFrame: number
  /** Frames where nothing is done today. */
  readonly holes: number
}

export function looseEnds(flow: FlowStory): LooseEnds {
  const notes = [...flow.pains, ...flow.ideas].filter(({ status }) => status !== 'dismissed')
  const { serves, today } = flowProgress(flow)
  return {
    noOwner: notes.filter(({ owner }) => !owner?.trim()).length,
    noDate: notes.filter(({ due }) => due === undefined).length,
    noStatus: flow.pains.filter(({ status }) => status === undefined).length,
    noFrame: serves.of - serves.done,
    holes: today.of - today.done,
  }
}
