import type en from '../../resources/locales/en.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    /** Only keys that English has: the others are checked against English. */
    resources: { translation: typeof en }
  }
}
