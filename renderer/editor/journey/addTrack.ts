import type { Journey } from '../../../shared/journey/entities.ts'
import type { JourneyId, PersonaId, StoryId } from '../../../shared/journey/ids.ts'
import { addJourney } from '../../../shared/journey/structure/addJourney.ts'
import type { Editor } from '../editor.ts'
import { createJourney } from './journeyCommands.ts'
import { newPersona } from './personas.ts'

interface NewTrack {
  /** It may be a story of which there is nothing yet. */
  readonly story: StoryId
  /** Where time goes, where the story does not say. */
  readonly direction: Journey['direction']
}

/** Adds somebody to the workshop, and to a story the track with their way. One undo step. */
export function addTrack(editor: Editor, { name, ...track }: NewTrack & { readonly name: string }): void {
  const { workshop, fixed } = editor
  if (fixed) return
  const actor = newPersona(editor, name, '')
  workshop.change((change) => {
    change.put('personas', actor)
    addJourney(workshop, change, { ...inStory(editor, track, name), actor: actor.id })
  })
}

/** Adds the track with somebody's way to a story. */
export const addTrackFor = (editor: Editor, actor: PersonaId, track: NewTrack): JourneyId | undefined =>
  createJourney(editor, {
    ...inStory(editor, track, editor.workshop.journeys.get('personas', actor)?.name ?? ''),
    actor,
  })?.journey

/** A track is called by whose way it is, until somebody finds a better name. */
function inStory({ workshop }: Editor, { story, direction }: NewTrack, name: string) {
  const first = workshop.journeys.journeysOf(story)[0]
  return {
    name,
    story,
    kind: first?.kind ?? 'current',
    direction: first?.direction ?? direction,
  } as const
}
