import type { TFunction } from 'i18next'
import type { SelectionFacts } from '../../editor/selectionFacts.ts'

/** With more kinds than this, they are only counted together. */
const MOST_KINDS = 3

/** "3 notes, 1 image": how much of what is selected. */
export function countWords({ count, kinds }: SelectionFacts, t: TFunction, language: string): string {
  if (kinds.size > MOST_KINDS) return t('count.item', { count })
  const words = [...kinds]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, number]) => t(`count.${kind}`, { count: number }))
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(words)
}
