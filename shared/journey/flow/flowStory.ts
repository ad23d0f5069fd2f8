import type { Note } from '../../model/shape.ts'
import type { Journey, Moment, Persona, Stage, Step } from '../entities.ts'
import type { JourneyId, MomentId, StepId, StoryId } from '../ids.ts'
import type { JourneyIndex } from '../journeyIndex.ts'

/** A step as it is gone through frame by frame. */
export interface FlowFrame {
  readonly step: Step
  readonly journey: Journey
  /** 1 for the first of its track. */
  readonly number: number
}

export interface FlowTrack {
  readonly journey: Journey
  readonly actor: Persona | undefined
  readonly frames: readonly FlowFrame[]
}

/** All of a story that the guided flow works on. */
export interface FlowStory {
  readonly story: StoryId
  readonly tracks: readonly FlowTrack[]
  readonly stages: readonly Stage[]
  readonly moments: readonly Moment[]
  /** Track by track, each in the order of time. */
  readonly frames: readonly FlowFrame[]
  /** In the order of the frames they were noted at. */
  readonly pains: readonly Note[]
  readonly ideas: readonly Note[]
}

/** `notesOf` gives the notes in the cells of a journey, in order. */
export function readFlow(
  index: JourneyIndex,
  story: StoryId,
  notesOf: (journey: JourneyId) => readonly Note[],
): FlowStory {
  const journeys = index.journeysOf(story)
  const [first] = journeys
  const tracks = journeys
    .filter(({ kind }) => kind === first?.kind)
    .map((journey): FlowTrack => ({
      journey,
      actor: index.get('personas', journey.actor),
      frames: index.stepsOf(journey.id).map((step, at) => ({ step, journey, number: at + 1 })),
    }))
  const frames = tracks.flatMap((track) => track.frames)
  const rank = new Map<StepId | undefined, number>(frames.map(({ step }, at) => [step.id, at]))
  const rankOf = ({ cell }: Note) => rank.get(cell?.step) ?? Infinity
  const notes = tracks
    .flatMap(({ journey }) => notesOf(journey.id))
    .toSorted((a, b) => (rankOf(a) === rankOf(b) ? 0 : rankOf(a) - rankOf(b)))
  return {
    story,
    tracks,
    stages: index.stagesOf(story),
    moments: index.all('moments').filter((moment) => moment.story === story),
    frames,
    pains: notes.filter(({ cell }) => cell?.role === 'pain'),
    ideas: notes.filter(({ cell }) => cell?.role === 'opportunity'),
  }
}

/** The same with what people voted on devices of their own counted among the votes; `cast` gives how many that are. */
export const withBallots = (flow: FlowStory, cast: (moment: MomentId) => number): FlowStory => ({
  ...flow,
  moments: flow.moments.map((moment) => {
    const more = cast(moment.id)
    return more === 0 ? moment : { ...moment, votes: moment.votes + more }
  }),
})

/** Stories of a workshop, in the order of their first journeys. */
export const storiesOf = (index: JourneyIndex): readonly StoryId[] => [
  ...new Set(index.all('journeys').map(({ story }) => story)),
]

/** What was noted at a frame, of one kind. */
export const notesAt = (notes: readonly Note[], step: StepId): readonly Note[] =>
  notes.filter(({ cell }) => cell?.step === step)

/** Moments of a track; those of nobody come with `undefined`, and so do those whose track is gone. */
export function momentsOf({ moments, tracks }: FlowStory, journey: JourneyId | undefined): readonly Moment[] {
  const known = new Set(tracks.map((track) => track.journey.id))
  return moments.filter(
    (moment) =>
      (moment.journey !== undefined && known.has(moment.journey) ? moment.journey : undefined) === journey,
  )
}
