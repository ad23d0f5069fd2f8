import { useEffect, useMemo } from 'react'
import { diffJourneys, type JourneyDiff, type Version } from '../../../shared/journey/diffJourneys.ts'
import type { Journey } from '../../../shared/journey/entities.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import type { Editor } from '../../editor/editor.ts'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'
import { stepMarks } from './stepMarks.ts'

/** An ideal journey, and the current one that it is the ideal of. */
export interface Compared {
  readonly current: Journey
  readonly ideal: Journey
}

/** The ideals whose current journey is there, in order. */
export const comparable = ({ journeys }: Workshop): readonly Compared[] =>
  journeys.all('journeys').flatMap((ideal) => {
    const current = ideal.kind === 'ideal' ? journeys.get('journeys', ideal.of) : undefined
    return current ? [{ current, ideal }] : []
  })

/** What is different between two journeys now. As long as it is shown, the steps are marked on the board. */
export function useDiff({ workshop, stepMarks: marks }: Editor, compared: Compared): JourneyDiff {
  const turn = useWorkshopChanges(workshop)
  const { current, ideal } = compared
  const diff = useMemo(
    () => diffJourneys(versionOf(workshop, current), versionOf(workshop, ideal)),
    // oxlint-disable-next-line react/exhaustive-deps -- whatever has changed counts as a turn
    [workshop, current, ideal, turn],
  )
  useEffect(() => marks.set(stepMarks(diff)), [marks, diff])
  useEffect(() => () => marks.set([]), [marks])
  return diff
}

const versionOf = ({ journeys, shapes }: Workshop, { id, story }: Journey): Version => ({
  steps: journeys.stepsOf(id),
  stages: journeys.stagesOf(story),
  notes: shapes.placement.notesOf(id),
})
