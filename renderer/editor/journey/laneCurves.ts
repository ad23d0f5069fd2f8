import type { Journey, Lane, Persona } from '../../../shared/journey/entities.ts'
import type { JourneyId, LaneId, PersonaId } from '../../../shared/journey/ids.ts'
import type { Editor } from '../editor.ts'

interface Curves {
  readonly personas: readonly Persona[]
  readonly journeys: readonly Journey[]
}

/** Whose curves an emotion lane may draw besides the actor's: other personas', and those of the story's other journeys. */
export function curvesToChoose({ workshop }: Pick<Editor, 'workshop'>, lane: Lane | undefined): Curves {
  const { journeys } = workshop
  const own = lane?.kind === 'emotion' ? journeys.get('journeys', lane.journey) : undefined
  if (!own) return { personas: [], journeys: [] }
  const beside = journeys
    .all('journeys')
    .filter(({ id, story, of }) => id !== own.id && (story === own.story || of === own.id || own.of === id))
  return { personas: journeys.all('personas').filter(({ id }) => id !== own.actor), journeys: beside }
}

/** Draws a curve in an emotion lane, or no longer. */
export function toggleCurve<F extends 'personas' | 'journeys'>(
  { workshop, fixed }: Pick<Editor, 'workshop' | 'fixed'>,
  id: LaneId,
  field: F,
  whose: F extends 'personas' ? PersonaId : JourneyId,
): void {
  const lane = workshop.journeys.get('lanes', id)
  if (!lane || fixed) return
  const now: readonly string[] = lane[field] ?? []
  const next = now.includes(whose) ? now.filter((one) => one !== whose) : [...now, whose]
  workshop.change((change) => change.set('lanes', id, { [field]: next.length > 0 ? next : undefined }))
}
