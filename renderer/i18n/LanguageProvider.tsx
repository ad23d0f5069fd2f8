import type { i18n } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'

export interface LanguageProviderProps {
  readonly translator: i18n
  readonly children: ReactNode
}

/** Gives everything below it one translator. */
export function LanguageProvider({ translator, children }: LanguageProviderProps) {
  return <I18nextProvider i18n={translator}>{children}</I18nextProvider>
}
