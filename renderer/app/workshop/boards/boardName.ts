import type { TFunction } from 'i18next'
import type { Editor } from '../../../editor/editor.ts'
import type { Board } from '../../../../shared/model/boards.ts'

/** What a board is called in the interface's language. */
export function boardName(t: TFunction, { name, number, lost }: Board): string {
  if (name !== '') return name
  return lost ? t('boards.recovered') : t('boards.untitled', { number })
}

/** What a picture of the board is called: like its workshop and, where there are several, like the board as well. */
export function pictureName({ workshop, board }: Editor, t: TFunction, workshopName: string): string {
  const shown = workshop.boards.get(board.get())
  if (!shown || workshop.boards.all().length === 1) return workshopName
  return `${workshopName} – ${boardName(t, shown)}`
}
