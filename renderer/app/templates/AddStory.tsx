import { addStory } from '../../editor/commands/addStory.ts'
import type { Editor } from '../../editor/editor.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { TemplateGallery } from './TemplateGallery.tsx'

interface AddStoryProps {
  readonly editor: Editor
  readonly onClose: () => void
}

/** Adds the journeys of a template that the user chooses to the board. */
export function AddStory({ editor, onClose }: AddStoryProps) {
  const { t } = useT()
  const language = useLanguage()
  return (
    <TemplateGallery
      title={t('template.addTitle')}
      description={t('template.addText')}
      onUse={({ template }) => {
        onClose()
        addStory(editor, template, language)
      }}
      onClose={onClose}
    />
  )
}
