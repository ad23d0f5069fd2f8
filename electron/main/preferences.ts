import { nativeTheme } from 'electron'
import { createTranslator, type Translate } from '../../shared/i18n/translator.ts'
import type { Settings } from '../../shared/ipc/desktopContract.ts'
import type { SettingsFile } from './settings.ts'

/** The user's choices in force. */
export interface Preferences {
  get(): Settings
  translate(): Translate
  change(part: Partial<Settings>): void
}

/** Puts the choices in `file` in force; `onChange` is told after every change. */
export function applyPreferences(file: SettingsFile, onChange: (settings: Settings) => void): Preferences {
  let translator = createTranslator(file.choices().language)
  nativeTheme.themeSource = file.choices().theme
  return {
    get: () => file.choices(),
    translate: () => translator.t,
    change(part) {
      file.change(part)
      const settings = file.choices()
      if (part.language) translator = createTranslator(settings.language)
      nativeTheme.themeSource = settings.theme
      onChange(settings)
    },
  }
}
