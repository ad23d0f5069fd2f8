import { localize } from '../../../shared/journey/template.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { useApp } from '../AppContext.ts'
import { showError, showOutcome } from '../showFailure.ts'
import { TemplateGallery } from './TemplateGallery.tsx'

/** Makes a new workshop of a template that the user chooses. */
export function NewFromTemplate({ onClose }: { readonly onClose: () => void }) {
  const { platform, toasts } = useApp()
  const { t } = useT()
  const language = useLanguage()

  async function make(wish: Parameters<typeof platform.desktop.newWorkshop>[0]): Promise<void> {
    onClose()
    try {
      showOutcome(toasts, t, await platform.desktop.newWorkshop(wish))
    } catch (error) {
      showError(toasts, t, error)
    }
  }

  return (
    <TemplateGallery
      title={t('template.newTitle')}
      description={t('template.newText')}
      blank={{
        name: t('template.canvas.name'),
        text: t('template.canvas.text'),
        onUse: () => void make(undefined),
      }}
      onUse={({ template, begin }) =>
        void make({ name: localize(template.name, language) || t('template.unnamed'), begin })
      }
      onClose={onClose}
    />
  )
}
