import { Clapperboard } from 'lucide-react'
import type { StoryId } from '../../../shared/journey/ids.ts'
import { trackName } from '../../../shared/journey/trackName.ts'
import type { Editor } from '../../editor/editor.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { Select } from '../../ui/Select.tsx'
import { useStore } from '../../ui/useStore.ts'
import styles from './flow.module.css'
import type { FlowState } from './useFlow.ts'

interface StoryChoiceProps {
  readonly editor: Editor
  readonly state: FlowState
}

/** Which storyboard is worked on: one there is, or a new one. */
export function StoryChoice({ editor, state }: StoryChoiceProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const language = useLanguage()
  const { journeys } = editor.workshop
  const { stories, flow } = state

  function nameOf(story: StoryId): string {
    const all = journeys.journeysOf(story)
    const tracks = all.filter(({ kind }) => kind === all[0]?.kind)
    const own = tracks.map(({ name }) => name).find((name) => name !== '')
    if (tracks.length === 1 && own !== undefined) return own
    const names = tracks.map((journey) => trackName(journey, journeys.get('personas', journey.actor), words))
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  }
  const isNew = !stories.includes(flow.story)
  return (
    <div className={styles['story']}>
      <Select
        label={t('flow.story')}
        icon={Clapperboard}
        className={styles['wide']}
        value={isNew ? '' : flow.story}
        options={[
          ...stories.map((story) => ({ value: story as string, label: nameOf(story) })),
          { value: '', label: t('flow.newStory') },
        ]}
        onChange={(value) => state.openStory(stories.find((story) => story === value))}
      />
    </div>
  )
}
