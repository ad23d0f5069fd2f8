import { useEffect, useMemo, useState } from 'react'
import { firstOpen, flowProgress, type Share } from '../../../shared/journey/flow/flowProgress.ts'
import type { FlowStep } from '../../../shared/journey/flow/flowSteps.ts'
import {
  readFlow,
  storiesOf,
  type FlowFrame,
  type FlowStory,
  withBallots,
} from '../../../shared/journey/flow/flowStory.ts'
import { newId, storyId, type JourneyId, type StepId, type StoryId } from '../../../shared/journey/ids.ts'
import type { Editor } from '../../editor/editor.ts'
import { lookAtStep } from '../../editor/journey/lookAtStep.ts'
import { pageStorage } from '../../platform/pageStorage.ts'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import { rememberFlow } from './rememberFlow.ts'

export interface FlowState {
  readonly flow: FlowStory
  /** All stories there are, and the one that is gone through even if there is nothing of it yet. */
  readonly stories: readonly StoryId[]
  readonly progress: Readonly<Record<FlowStep, Share>>
  readonly step: FlowStep
  readonly track: JourneyId | undefined
  readonly frame: FlowFrame | undefined
  goTo(step: FlowStep): void
  /** Goes through another story; without one, through a new one. */
  openStory(story: StoryId | undefined): void
  setTrack(track: JourneyId): void
  setFrame(step: StepId): void
}

/** Steps that go from frame to frame. */
const WALKS: ReadonlySet<FlowStep> = new Set(['feelings', 'today', 'notes'])

/** Where somebody is in the guided flow, and all it works on. */
export function useFlow(editor: Editor): FlowState {
  const { journeys, ballots, shapes } = editor.workshop
  const memory = useMemo(() => rememberFlow(pageStorage()), [])
  const [story, setStory] = useState(() => {
    const stories = storiesOf(journeys)
    return memory.lastOf(stories) ?? stories[0] ?? newId(storyId)
  })
  const version = useWorkshopChanges(editor.workshop)
  const flow = useMemo(
    () =>
      withBallots(
        readFlow(journeys, story, shapes.placement.notesOf),
        (moment) => ballots.about(moment, 'vote').length,
      ),
    // What is read of the document is another thing with every version of it.
    // oxlint-disable-next-line react/exhaustive-deps
    [journeys, ballots, shapes, story, version],
  )
  const progress = useMemo(() => flowProgress(flow), [flow])
  const [step, setStep] = useState<FlowStep>(() => memory.stepOf(story) ?? firstOpen(progress))
  const [track, setTrack] = useState<JourneyId>()
  const [at, setAt] = useState<StepId>()
  const frame = flow.frames.find((one) => one.step.id === at) ?? flow.frames[0]
  useShownFrame(editor, WALKS.has(step) ? frame?.step.id : undefined)
  useChosenFrame(editor, flow, setAt)

  return {
    flow,
    stories: storiesOf(journeys),
    progress,
    step,
    track: flow.tracks.find(({ journey }) => journey.id === track)?.journey.id ?? flow.tracks[0]?.journey.id,
    frame,
    goTo(next) {
      memory.keep(story, next)
      setStep(next)
      if (WALKS.has(next)) setAt(firstUndone(flow, next)?.step.id)
    },
    openStory(other) {
      const next = other ?? newId(storyId)
      setStory(next)
      setStep(
        memory.stepOf(next) ?? firstOpen(flowProgress(readFlow(journeys, next, shapes.placement.notesOf))),
      )
    },
    setTrack,
    setFrame: setAt,
  }
}

/** The first frame about which a step has nothing to say yet. */
function firstUndone({ frames, pains, ideas }: FlowStory, step: FlowStep): FlowFrame | undefined {
  const noted = new Set([...pains, ...ideas].map(({ cell }) => cell?.step))
  const undone = frames.find(({ step: of }) => {
    if (step === 'feelings') return of.emotion === undefined
    return step === 'today' ? of.today === '' : !noted.has(of.id)
  })
  return undone ?? frames[0]
}

/** The frame that is worked on is chosen on the board, and in view. */
function useShownFrame(editor: Editor, step: StepId | undefined): void {
  useEffect(() => {
    if (step !== undefined) lookAtStep(editor, step, coveredByPanel())
  }, [editor, step])
}

/** Who chooses a frame on the board goes on with that one. */
function useChosenFrame(editor: Editor, { frames }: FlowStory, onChoose: (step: StepId) => void): void {
  useEffect(
    () =>
      editor.chosen.subscribe(() => {
        const chosen = editor.chosen.get()
        const [only] = chosen?.kind === 'steps' && chosen.ids.length === 1 ? chosen.ids : []
        if (only !== undefined && frames.some(({ step }) => step.id === only)) onChoose(only)
      }),
    [editor, frames, onChoose],
  )
}
