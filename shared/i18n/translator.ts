import i18next, { type TFunction, type i18n } from 'i18next'
import en from '../../resources/locales/en.json' with { type: 'json' }
import fa from '../../resources/locales/fa.json' with { type: 'json' }
import hr from '../../resources/locales/hr.json' with { type: 'json' }
import pl from '../../resources/locales/pl.json' with { type: 'json' }
import ru from '../../resources/locales/ru.json' with { type: 'json' }
import type { Language } from './languages.ts'

/** Translates a key of resources/locales/en.json. */
export type Translate = TFunction

/** A translator of its own (no global state), used by main for menus and by the renderer for everything else. */
export function createTranslator(language: Language): i18n {
  const translator = i18next.createInstance()
  void translator.init({
    lng: language,
    fallbackLng: 'en',
    resources: {
      en: { translation: en },
      hr: { translation: hr },
      ru: { translation: ru },
      pl: { translation: pl },
      fa: { translation: fa },
    },
    // React and Electron escape or show text as text; escaping here would show entities.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return translator
}
