import { useTranslation } from 'react-i18next'
import { language, type Language } from '../../shared/i18n/languages.ts'

/** The interface's language at the moment. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return language.parse(i18n.language)
}
