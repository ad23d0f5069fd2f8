import type { TFunction } from 'i18next'
import type { FigureShape, Mood } from '../../../../shared/model/shape.ts'
import { figureOf } from '../../../../shared/scene/figures/figures.ts'

/** What is to be seen in a figure, in words: "Person waving, happy". Nothing for one that only a newer version knows. */
export function figureName({ figure, mood }: Pick<FigureShape, 'figure' | 'mood'>, t: TFunction): string {
  const listed = figureOf(figure)
  if (!listed) return ''
  const name = t(`figure.${listed.id}`)
  if (listed.set !== 'person' || mood === undefined) return name
  return t('cast.inMood', { figure: name, mood: t(`figureMood.${MOOD_NAMES[mood]}`) })
}

/** How a mood is called in the locales. */
export const MOOD_NAMES = {
  [-2]: 'upset',
  [-1]: 'unhappy',
  0: 'neutral',
  1: 'happy',
  2: 'delighted',
} as const satisfies Readonly<Record<Mood, string>>
