import type { TFunction } from 'i18next'
import type { BoardId } from '../../../../shared/model/ids.ts'
import {
  addBoard,
  deleteBoard,
  duplicateBoard,
  placeBoard,
  placeOf,
  showNeighbour,
} from '../../../editor/commands/boards.ts'
import type { Editor } from '../../../editor/editor.ts'
import type { Toasts } from '../../../ui/createToasts.ts'
import type { ActionRegistration } from '../../actions/createActions.ts'
import { showUndo } from '../../../journey/panel/showUndo.ts'
import { boardName } from './boardName.ts'

interface Surroundings {
  readonly toasts: Toasts
  readonly t: TFunction
  /** Lets the user type another name for a board. */
  readonly rename: (board: BoardId) => void
}

/** What can be done with the board that is shown. */
export function boardActions(
  editor: Editor,
  { toasts, t, rename }: Surroundings,
): readonly ActionRegistration[] {
  const { boards } = editor.workshop
  const canEdit = () => !editor.fixed
  const place = () => placeOf(editor, editor.board.get())
  const last = () => boards.all().length - 1
  return [
    { id: 'board.add', enabled: canEdit, run: () => void addBoard(editor) },
    { id: 'board.rename', enabled: canEdit, run: () => rename(editor.board.get()) },
    { id: 'board.duplicate', enabled: canEdit, run: () => duplicate(editor, t) },
    { id: 'board.delete', enabled: canEdit, run: () => remove(editor, toasts, t) },
    { id: 'board.next', enabled: () => last() > 0, run: () => showNeighbour(editor, 1) },
    { id: 'board.previous', enabled: () => last() > 0, run: () => showNeighbour(editor, -1) },
    {
      id: 'board.moveForward',
      enabled: () => canEdit() && place() < last(),
      run: () => placeBoard(editor, editor.board.get(), place() + 1),
    },
    {
      id: 'board.moveBack',
      enabled: () => canEdit() && place() > 0,
      run: () => placeBoard(editor, editor.board.get(), place() - 1),
    },
  ]
}

function duplicate(editor: Editor, t: TFunction): void {
  const board = editor.workshop.boards.get(editor.board.get())
  if (board) duplicateBoard(editor, board.id, t('boards.copyName', { name: boardName(t, board) }))
}

/** Nobody is asked whether they are sure: one click brings it all back. */
function remove(editor: Editor, toasts: Toasts, t: TFunction): void {
  const { boards, history } = editor.workshop
  const board = boards.get(editor.board.get())
  if (!board) return
  const name = boardName(t, board)
  const only = boards.all().length === 1
  deleteBoard(editor, board.id)
  showUndo(toasts, t, history, only ? t('boards.emptied', { name }) : t('boards.deleted', { name }))
}
