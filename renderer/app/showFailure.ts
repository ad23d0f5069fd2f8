import type { TFunction } from 'i18next'
import type { Outcome } from '../../shared/ipc/desktopContract.ts'
import { codeOf, type ErrorCode } from '../../shared/ipc/errors.ts'
import type { Toasts } from '../ui/createToasts.ts'

/** What happened, what was kept and what to do. `name` is the file's, if there is one. */
export function errorSentence(t: TFunction, code: ErrorCode, name?: string): string {
  return t(`error.${code}`, { name: name || t('file.unnamed') })
}

type Ended = { readonly result: 'done' | 'cancelled' } | Extract<Outcome, { result: 'failed' }>

/** Tells the user of an operation that failed; the others need no words. */
export function showOutcome(toasts: Toasts, t: TFunction, outcome: Ended): void {
  if (outcome.result !== 'failed') return
  const { code, name } = outcome
  toasts.show({ tone: 'danger', message: errorSentence(t, code, name), id: `error.${code}` })
}

/** Tells the user of something that broke, and the log why. */
export function showError(toasts: Toasts, t: TFunction, error: unknown): void {
  console.error(error)
  const code = codeOf(error)
  toasts.show({ tone: 'danger', message: errorSentence(t, code), id: `error.${code}` })
}
