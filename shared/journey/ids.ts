import { nanoid } from 'nanoid'
import { z } from 'zod'

const id = z.string().min(1).max(64)

export const storyId = id.brand<'StoryId'>()
/** What several journeys share: their stages. */
export type StoryId = z.infer<typeof storyId>

export const journeyId = id.brand<'JourneyId'>()
export type JourneyId = z.infer<typeof journeyId>

export const stageId = id.brand<'StageId'>()
export type StageId = z.infer<typeof stageId>

export const stepId = id.brand<'StepId'>()
export type StepId = z.infer<typeof stepId>

export const laneId = id.brand<'LaneId'>()
export type LaneId = z.infer<typeof laneId>

export const linkId = id.brand<'LinkId'>()
export type LinkId = z.infer<typeof linkId>

export const personaId = id.brand<'PersonaId'>()
export type PersonaId = z.infer<typeof personaId>

export const channelId = id.brand<'ChannelId'>()
export type ChannelId = z.infer<typeof channelId>

export const touchpointId = id.brand<'TouchpointId'>()
export type TouchpointId = z.infer<typeof touchpointId>

export const teamId = id.brand<'TeamId'>()
export type TeamId = z.infer<typeof teamId>

export const metricId = id.brand<'MetricId'>()
export type MetricId = z.infer<typeof metricId>

export const momentId = id.brand<'MomentId'>()
export type MomentId = z.infer<typeof momentId>

export const feedbackId = id.brand<'FeedbackId'>()
export type FeedbackId = z.infer<typeof feedbackId>

export const gapId = id.brand<'GapId'>()
export type GapId = z.infer<typeof gapId>

/** A new id for anything of a journey, by its schema: `newId(stepId)`. 72 random bits, see `newShapeId`. */
export const newId = <Schema extends z.ZodType>(of: Schema): z.infer<Schema> => of.parse(nanoid(12))
