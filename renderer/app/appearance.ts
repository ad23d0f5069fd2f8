import type { i18n } from 'i18next'
import { directionOf } from '../../shared/i18n/languages.ts'
import type { Settings } from '../../shared/ipc/desktopContract.ts'
import { createStore, type Dispose, type Store } from '../../shared/util/store.ts'

export type ColorScheme = 'light' | 'dark'

const DARK = '(prefers-color-scheme: dark)'

/** What the theme comes to: `system` asks the computer. */
export function resolveTheme(theme: Settings['theme']): ColorScheme {
  if (theme !== 'system') return theme
  return matchMedia(DARK).matches ? 'dark' : 'light'
}

/**
 * Keeps `<html>` and the translator in step with the settings: data-theme, lang and dir. `colorScheme` follows,
 * for what is painted rather than styled.
 */
export function applyAppearance(
  settings: Store<Settings>,
  translator: i18n,
): { readonly colorScheme: Store<ColorScheme>; readonly dispose: Dispose } {
  const root = document.documentElement
  const colorScheme = createStore(resolveTheme(settings.get().theme))

  function apply(): void {
    const { language, theme } = settings.get()
    const scheme = resolveTheme(theme)
    root.dataset['theme'] = scheme
    root.lang = language
    root.dir = directionOf(language)
    colorScheme.set(scheme)
    if (translator.language !== language) void translator.changeLanguage(language)
  }

  apply()
  const systemTheme = matchMedia(DARK)
  systemTheme.addEventListener('change', apply)
  const stop = settings.subscribe(apply)
  return {
    colorScheme,
    dispose() {
      stop()
      systemTheme.removeEventListener('change', apply)
    },
  }
}
