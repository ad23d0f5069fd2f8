import { Languages } from 'lucide-react'
import { language, LANGUAGE_NAMES, type Language } from '../../shared/i18n/languages.ts'
import { useT } from '../i18n/useT.ts'
import { Select } from './Select.tsx'

const OPTIONS = language.options.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))

interface LanguageSelectProps {
  readonly value: Language
  readonly onChange: (value: Language) => void
}

/** The language of the interface, each by its own name. */
export function LanguageSelect({ value, onChange }: LanguageSelectProps) {
  const { t } = useT()
  return (
    <Select label={t('menu.language')} icon={Languages} value={value} options={OPTIONS} onChange={onChange} />
  )
}
