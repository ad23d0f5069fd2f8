import { z } from 'zod'
import { role } from './entities.ts'
import { journeyId, laneId, stageId, stepId } from './ids.ts'

/**
 * Where in a journey's map a note lies. If the lane, or both step and stage, name nothing that is there, it lies in the
 * journey's tray: whoever removes a step never removes a note.
 */
export const cell = z.object({
  journey: journeyId,
  /** What the note is: its lane's role, kept in case the lane goes. */
  role,
  lane: laneId.optional(),
  step: stepId.optional(),
  /** The whole stage, rather than one of its steps. */
  stage: stageId.optional(),
  /** Width and height that the note had on the board, page units: it has them again when it is taken out. */
  was: z.tuple([z.number().min(1).max(100_000), z.number().min(1).max(100_000)]).optional(),
})
export type Cell = z.infer<typeof cell>
