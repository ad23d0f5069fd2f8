import type { Translate } from '../i18n/translator.ts'

/** Words and numbers that the app itself puts into a picture, in the language of who looks at it. */
export interface SceneWords {
  readonly t: Translate
  readonly number: (value: number) => string
}
