import type { FlowFrame, FlowStory } from '../../../shared/journey/flow/flowStory.ts'
import type { FlowStep } from '../../../shared/journey/flow/flowSteps.ts'
import type { JourneyId, StepId } from '../../../shared/journey/ids.ts'
import type { PanelProps } from '../panel/panelProps.ts'

/** What each step of the guided flow is given. */
export interface FlowStepProps extends PanelProps {
  readonly flow: FlowStory
  /** The track that is worked on; nothing where there is none. */
  readonly track: JourneyId | undefined
  readonly onTrack: (track: JourneyId) => void
  /** The frame that is worked on; nothing where there is none. */
  readonly frame: FlowFrame | undefined
  readonly onFrame: (step: StepId) => void
  readonly onGo: (step: FlowStep) => void
  /** There is nothing more to do here: on to the button that goes on. */
  readonly onDone: () => void
}
