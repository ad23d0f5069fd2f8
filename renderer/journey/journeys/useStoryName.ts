import type { StoryId } from '../../../shared/journey/ids.ts'
import { trackName } from '../../../shared/journey/trackName.ts'
import type { Editor } from '../../editor/editor.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useStore } from '../../ui/useStore.ts'

/** What a story is called: its one journey's own name, or all whose way it is. */
export function useStoryName({ workshop: { journeys }, words }: Editor): (story: StoryId) => string {
  const language = useLanguage()
  const look = useStore(words)
  return (story) => {
    const all = journeys.journeysOf(story)
    const tracks = all.filter(({ kind }) => kind === all[0]?.kind)
    const [first] = tracks
    if (tracks.length === 1 && first && first.name !== '') return first.name
    const names = tracks.map((journey) => trackName(journey, journeys.get('personas', journey.actor), look))
    return new Intl.ListFormat(language, { type: 'conjunction' }).format([...new Set(names)])
  }
}
