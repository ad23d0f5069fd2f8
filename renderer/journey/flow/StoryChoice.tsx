import { Clapperboard } from 'lucide-react'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { Select } from '../../ui/Select.tsx'
import { useStoryName } from '../journeys/useStoryName.ts'
import styles from './flow.module.css'
import type { FlowState } from './useFlow.ts'

interface StoryChoiceProps {
  readonly editor: Editor
  readonly state: FlowState
}

/** Which storyboard is worked on: one there is, or a new one. */
export function StoryChoice({ editor, state }: StoryChoiceProps) {
  const { t } = useT()
  const nameOf = useStoryName(editor)
  const { stories, flow } = state

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
