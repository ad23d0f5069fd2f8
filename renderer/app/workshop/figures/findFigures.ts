import type { TFunction } from 'i18next'
import { FIGURES, type ListedFigure } from '../../../../shared/scene/figures/figures.ts'
import { foldText } from '../../../../shared/util/foldText.ts'

/** The figures in whose names, or those of their sets, every word that was typed occurs. All of them without words. */
export function findFigures(words: string, t: TFunction): readonly ListedFigure[] {
  const wanted = foldText(words)
    .text.split(' ')
    .filter((word) => word !== '')
  return FIGURES.filter(({ id, set }) => {
    const { text } = foldText(`${t(`figure.${id}`)} ${t(`figureSet.${set}`)}`)
    return wanted.every((word) => text.includes(word))
  })
}
