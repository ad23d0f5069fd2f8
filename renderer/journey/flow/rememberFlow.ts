import { z } from 'zod'
import { FLOW_STEPS, type FlowStep } from '../../../shared/journey/flow/flowSteps.ts'
import { storyId, type StoryId } from '../../../shared/journey/ids.ts'

const KEY = 'throughline:flow'
/** Most stories that are remembered: the one gone through last comes last. */
const MOST = 50

const remembered = z.array(z.object({ story: storyId, step: z.enum(FLOW_STEPS) })).max(10 * MOST)
type Remembered = z.infer<typeof remembered>

/** How far somebody has gone through stories on this computer: the way there is not part of the document. */
export interface FlowMemory {
  /** Where they were in a story; nothing if they never were. */
  stepOf(story: StoryId): FlowStep | undefined
  /** Which of some stories they were in last. */
  lastOf(stories: readonly StoryId[]): StoryId | undefined
  keep(story: StoryId, step: FlowStep): void
}

export function rememberFlow(storage: Storage | undefined): FlowMemory {
  const read = (): Remembered => {
    try {
      return remembered.parse(JSON.parse(storage?.getItem(KEY) ?? '[]'))
    } catch {
      return [] // somebody else wrote it, or nothing may be stored here
    }
  }
  return {
    stepOf: (story) => read().find((one) => one.story === story)?.step,
    lastOf: (stories) => read().findLast(({ story }) => stories.includes(story))?.story,
    keep(story, step) {
      const others = read().filter((one) => one.story !== story)
      try {
        storage?.setItem(KEY, JSON.stringify([...others, { story, step }].slice(-MOST)))
      } catch (error) {
        console.warn('the step is not remembered:', error) // full or forbidden: it holds for this window
      }
    },
  }
}
