import { journeyName, personaName } from '../scene/journeyNames.ts'
import type { SceneWords } from '../scene/sceneWords.ts'
import type { Journey, Persona } from './entities.ts'

/** What a track is called: by whose way it is, or else by the journey's own name. */
export const trackName = (
  journey: Journey,
  actor: Persona | undefined,
  words: SceneWords | undefined,
): string => (actor ? personaName(actor, words) : journeyName(journey, words))
