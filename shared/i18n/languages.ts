import { z } from 'zod'

/** The languages of the interface. */
export const language = z.enum(['en', 'hr', 'ru', 'pl', 'fa'])
export type Language = z.infer<typeof language>

/** Each in its own words, as a language menu shows them. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  hr: 'Hrvatski',
  ru: 'Русский',
  pl: 'Polski',
  fa: 'فارسی',
}

/** Reading direction of the interface. */
export const directionOf = (of: Language): 'ltr' | 'rtl' => (of === 'fa' ? 'rtl' : 'ltr')

/** The first language of the user's list that we have, else English. `preferred` are BCP 47 tags. */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const known = language.safeParse(tag.split('-')[0]?.toLowerCase())
    if (known.success) return known.data
  }
  return 'en'
}
