import { Languages } from 'lucide-react'
import { language, LANGUAGE_NAMES } from '../../../shared/i18n/languages.ts'
import { useT } from '../../i18n/useT.ts'
import { Select } from '../../ui/Select.tsx'
import { useApp } from '../AppContext.ts'
import { useStore } from '../useStore.ts'

const OPTIONS = language.options.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))

/** The language of the interface. */
export function LanguageChoice() {
  const { settings } = useApp()
  const { t } = useT()
  const chosen = useStore(settings)
  return (
    <Select
      label={t('menu.language')}
      icon={Languages}
      value={chosen.language}
      options={OPTIONS}
      onChange={(next) => settings.set({ ...chosen, language: next })}
    />
  )
}
