import { trackName } from '../../../shared/journey/trackName.ts'
import type { Journey } from '../../../shared/journey/entities.ts'
import type { Editor } from '../../editor/editor.ts'
import { useStore } from '../../ui/useStore.ts'

/** What a journey is called, or else whose it is. */
export function useJourneyLabel({ workshop: { journeys }, words }: Editor): (journey: Journey) => string {
  const known = useStore(words)
  return (journey) => journey.name || trackName(journey, journeys.get('personas', journey.actor), known)
}
