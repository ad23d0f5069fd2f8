import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

/** Translates keys of resources/locales; what uses it is drawn again when the language changes. */
export function useT(): { readonly t: TFunction } {
  return useTranslation()
}
