import type { TFunction } from 'i18next'
import { labelKey, type ActionId } from '../../../shared/actions/actionTable.ts'
import { LANGUAGE_NAMES } from '../../../shared/i18n/languages.ts'

const OF_LANGUAGE = new Map<ActionId, string>(
  Object.entries(LANGUAGE_NAMES).map(([code, name]) => [`language.${code}` as ActionId, name]),
)

/** What an action is called. A language goes by its own name, so that whoever needs it can read it. */
export function actionLabel(t: TFunction, id: ActionId): string {
  return OF_LANGUAGE.get(id) ?? t(labelKey(id))
}
