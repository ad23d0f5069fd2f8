import type { Vec } from '../geometry/vec.ts'
import type { Emotion, Persona, Step } from './entities.ts'
import type { LaneId, PersonaId, StepId } from './ids.ts'
import type { MapLane, MapStage } from './mapLayout.ts'

/** Whose feelings an emotion lane draws. */
export interface CurveSource {
  readonly lane: LaneId
  /** Whose they are; nothing for the actor of a journey that has none. */
  readonly persona: Persona | undefined
  /** The journey's own actor, somebody else on the same way, or the actor of another journey. */
  readonly of: 'actor' | 'persona' | 'journey'
  /** Drawn with dashes: an ideal. */
  readonly ideal: boolean
  readonly feelings: ReadonlyMap<StepId, Emotion>
}

export interface CurvePoint {
  readonly step: StepId
  readonly emotion: Emotion
  /** Page units, from the map's top-left corner. */
  readonly at: Vec
}

export interface Curve {
  readonly source: CurveSource
  /** From left to right; steps of which nothing is known have none. */
  readonly points: readonly CurvePoint[]
}

/** Above the highest and below the lowest point, page units. */
const MARGIN = 28

/** Where a feeling lies in a lane, and back: page units. */
export const emotionY = ({ y, h }: Pick<MapLane, 'y' | 'h'>, felt: number): number =>
  y + MARGIN + ((2 - felt) / 4) * (h - 2 * MARGIN)

export const emotionAt = ({ y, h }: Pick<MapLane, 'y' | 'h'>, at: number): Emotion =>
  Math.max(-2, Math.min(2, Math.round(2 - ((at - y - MARGIN) / (h - 2 * MARGIN)) * 4))) as Emotion

/** Somebody's own feelings, or what others said of a persona, as a map by step. */
export function feelingsOf(steps: readonly Step[], persona?: PersonaId): ReadonlyMap<StepId, Emotion> {
  const feelings = new Map<StepId, Emotion>()
  for (const step of steps) {
    const felt = persona === undefined ? step.emotion : feelingOf(step, persona)
    if (felt !== undefined) feelings.set(step.id, felt as Emotion)
  }
  return feelings
}

/** What was said of a persona. Peers choose the ids: one may be called like what every object has. */
const feelingOf = ({ feelings }: Step, persona: PersonaId): number | undefined =>
  Object.hasOwn(feelings, persona) ? feelings[persona] : undefined

export function curvesOf(
  sources: readonly CurveSource[],
  stages: readonly MapStage[],
  lanes: readonly MapLane[],
): readonly Curve[] {
  const byId = new Map(lanes.map((lane) => [lane.lane.id, lane]))
  return sources.flatMap((source): Curve[] => {
    const lane = byId.get(source.lane)
    if (!lane || lane.collapsed) return []
    const points = stages.flatMap(({ columns, collapsed }) =>
      collapsed
        ? []
        : columns.flatMap(({ step, x, w }): CurvePoint[] => {
            const felt = step && source.feelings.get(step.id)
            return !step || felt === undefined
              ? []
              : [{ step: step.id, emotion: felt, at: [x + w / 2, emotionY(lane, felt)] }]
          }),
    )
    return [{ source, points }]
  })
}

/** Where somebody's feeling at a step would be said that is not said yet. */
export interface UnfeltSpot {
  readonly curve: Curve
  readonly at: Vec
}

/** Between the places of those who have said nothing at a step, page units. */
const BESIDE = 26

/**
 * Of the curves that a lane draws, where those begin that have no point at a step yet, whose column's middle is given:
 * the actor's in the middle, those of other personas beside it.
 */
export function unfeltSpots(
  curves: readonly Curve[],
  lane: MapLane,
  step: StepId,
  middle: number,
): readonly UnfeltSpot[] {
  const own = curves.filter(({ source }) => source.lane === lane.lane.id && source.of !== 'journey')
  return own.flatMap((curve, index): UnfeltSpot[] =>
    curve.source.feelings.has(step) ? [] : [{ curve, at: [middle + index * BESIDE, emotionY(lane, 0)] }],
  )
}
