import type { Note } from '../model/shape.ts'
import { groupBy } from '../util/groupBy.ts'
import type { Emotion, Stage, Step } from './entities.ts'
import type { StageId, StepId } from './ids.ts'
import { longestRising } from './longestRising.ts'
import { matchSteps } from './matchSteps.ts'

/** One version of a journey, in order. */
export interface Version {
  readonly steps: readonly Step[]
  readonly stages: readonly Stage[]
  readonly notes: readonly Note[]
}

/** What two versions of a step may differ in, besides place and emotion. */
export const STEP_FIELDS = ['title', 'caption', 'today', 'place', 'channel', 'device', 'team', 'key'] as const
export type StepField = (typeof STEP_FIELDS)[number]

export interface StepPair {
  readonly from: Step
  readonly to: Step
}

/** A step that is in another stage, or elsewhere among those that stayed in order. */
export interface MovedStep extends StepPair {
  /** The stage it was in and the one it is in now, if it is in another one; nothing for a stage that is gone. */
  readonly stages: { readonly from: Stage | undefined; readonly to: Stage | undefined } | undefined
  /** What it comes right after now; nothing at the very beginning. */
  readonly after: Step | undefined
}

export interface ChangedStep extends StepPair {
  readonly fields: readonly StepField[]
}

export interface EmotionChange extends StepPair {
  readonly before: Emotion | undefined
  readonly after: Emotion | undefined
  /** How much better it feels; 0 where one of the two is not known. */
  readonly delta: number
}

/** A pain point of the current journey that the ideal does nothing about. */
export interface OpenPain {
  readonly note: Note
  /** Where it is; nothing in the tray. */
  readonly step: Step | undefined
  /** Its step is not part of the ideal any more, and the pain point was never answered. */
  readonly stepGone: boolean
}

/** What is different between a current journey and its ideal. Everything is in order of time. */
export interface JourneyDiff {
  readonly added: readonly Step[]
  readonly removed: readonly Step[]
  readonly moved: readonly MovedStep[]
  readonly merged: readonly { readonly from: readonly Step[]; readonly to: Step }[]
  readonly split: readonly { readonly from: Step; readonly to: readonly Step[] }[]
  readonly changed: readonly ChangedStep[]
  readonly emotions: readonly EmotionChange[]
  readonly pains: readonly OpenPain[]
  /** How many steps of the current journey are in the ideal in some form. */
  readonly kept: number
}

/** Compares a current journey with its ideal. Pure. */
export function diffJourneys(current: Version, ideal: Version): JourneyDiff {
  const pairs = matchSteps(current.steps, ideal.steps).map(([from, to]): StepPair => ({ from, to }))
  const targets = groupBy(pairs, ({ from }) => from.id)
  const sources = groupBy(pairs, ({ to }) => to.id)
  const same = pairs.filter(
    ({ from, to }) => targets.get(from.id)?.length === 1 && sources.get(to.id)?.length === 1,
  )
  const inOrder = same.toSorted((a, b) => current.steps.indexOf(a.from) - current.steps.indexOf(b.from))
  return {
    added: ideal.steps.filter(({ id }) => !sources.has(id)),
    removed: current.steps.filter(({ id }) => !targets.has(id)),
    moved: movedSteps(inOrder, current, ideal),
    merged: ideal.steps.flatMap((to) => {
      const from = sources.get(to.id) ?? []
      return from.length > 1 ? [{ from: from.map((pair) => pair.from), to }] : []
    }),
    split: current.steps.flatMap((from) => {
      const to = targets.get(from.id) ?? []
      return to.length > 1 ? [{ from, to: to.map((pair) => pair.to) }] : []
    }),
    changed: inOrder.flatMap((pair): ChangedStep[] => {
      const fields = STEP_FIELDS.filter((field) => pair.from[field] !== pair.to[field])
      return fields.length > 0 ? [{ ...pair, fields }] : []
    }),
    emotions: emotionChanges(ideal.steps, sources),
    pains: openPains(current, ideal, targets),
    kept: targets.size,
  }
}

function movedSteps(pairs: readonly StepPair[], current: Version, ideal: Version): readonly MovedStep[] {
  const stageIn = (version: Version, id: StageId) => version.stages.find((stage) => stage.id === id)
  const places = pairs.map(({ to }) => ideal.steps.indexOf(to))
  const inPlace = longestRising(places)
  return pairs.flatMap((pair, index): MovedStep[] => {
    const [from, to] = [stageIn(current, pair.from.stage), stageIn(ideal, pair.to.stage)]
    const stayed = to?.of === undefined ? to === from : to.of === from?.id
    if (stayed && inPlace.has(index)) return []
    const after = ideal.steps[(places[index] ?? 0) - 1]
    return [{ ...pair, stages: stayed ? undefined : { from, to }, after }]
  })
}

/** A step that several were merged into is compared with the worst of them. */
function emotionChanges(
  steps: readonly Step[],
  sources: ReadonlyMap<StepId, readonly StepPair[]>,
): readonly EmotionChange[] {
  return steps.flatMap((to): EmotionChange[] => {
    const pairs = sources.get(to.id) ?? []
    const [worst] = pairs.toSorted((a, b) => (a.from.emotion ?? 3) - (b.from.emotion ?? 3))
    if (!worst) return []
    const [before, after] = [worst.from.emotion, to.emotion] as [Emotion | undefined, Emotion | undefined]
    if (before === after) return []
    const delta = before === undefined || after === undefined ? 0 : after - before
    return [{ from: worst.from, to, before, after, delta }]
  })
}

function openPains(
  current: Version,
  ideal: Version,
  targets: ReadonlyMap<StepId, readonly StepPair[]>,
): readonly OpenPain[] {
  const served = new Set([...current.notes, ...ideal.notes].flatMap(servedBy))
  const place = new Map(current.steps.map((step, index) => [step.id, { step, index }]))
  const found = current.notes.flatMap((note): OpenPain[] => {
    if (note.cell?.role !== 'pain' || isAnswered(note)) return []
    const step = place.get(note.cell.step ?? ('' as StepId))?.step
    const now = step && targets.get(step.id)
    const all = step ? [step.id, ...(now ?? []).map(({ to }) => to.id)] : []
    if (all.some((id) => served.has(id))) return []
    return [{ note, step, stepGone: step !== undefined && now === undefined }]
  })
  const rank = ({ step }: OpenPain) => (step ? (place.get(step.id)?.index ?? 0) : Infinity)
  return found.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

const isAnswered = ({ status, solution = '' }: Note): boolean =>
  status === 'solved' || status === 'dismissed' || solution.trim() !== ''

/** The step that an opportunity serves. */
function servedBy({ cell, serves, status }: Note): readonly StepId[] {
  const step = serves ?? cell?.step
  return cell?.role === 'opportunity' && status !== 'dismissed' && step !== undefined ? [step] : []
}
