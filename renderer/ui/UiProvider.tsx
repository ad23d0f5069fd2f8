import { CSPProvider } from '@base-ui/react/csp-provider'
import { DirectionProvider } from '@base-ui/react/direction-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { directionOf } from '../../shared/i18n/languages.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { Toasts } from './createToasts.ts'
import { ToastProvider } from './Toast.tsx'

export interface UiProviderProps {
  readonly toasts: Toasts
  readonly children: ReactNode
}

/** What every component of this folder expects above it; itself below the LanguageProvider. */
export function UiProvider({ toasts, children }: UiProviderProps) {
  const language = useLanguage()
  return (
    // The content policy allows no <style> elements; base.css has what the library would put in them.
    <CSPProvider disableStyleElements>
      <DirectionProvider direction={directionOf(language)}>
        <Tooltip.Provider delay={500} timeout={300}>
          <ToastProvider toasts={toasts}>{children}</ToastProvider>
        </Tooltip.Provider>
      </DirectionProvider>
    </CSPProvider>
  )
}
