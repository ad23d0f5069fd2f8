import type { KeyboardEvent } from 'react'
import type { BoardId } from '../../../../shared/model/ids.ts'
import { placeOf } from '../../../editor/commands/boards.ts'
import type { Editor } from '../../../editor/editor.ts'
import type { Actions } from '../../actions/createActions.ts'

/** Keys of the row of tabs: arrows, Home and End show another board, Enter renames, Delete deletes. */
export function tabKeys(editor: Editor, actions: Actions): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
    const target = targetOf(event.key, editor, rightToLeft)
    if (target !== undefined) editor.showBoard(target)
    else if (event.key === 'Enter') actions.run('board.rename')
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.run('board.delete')
    else return
    event.preventDefault()
  }
}

function targetOf(key: string, editor: Editor, rightToLeft: boolean): BoardId | undefined {
  const boards = editor.workshop.boards.all()
  const place = placeOf(editor, editor.board.get())
  const [forwards, back] = rightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === forwards) return boards[(place + 1) % boards.length]?.id
  if (key === back) return boards.at(place - 1)?.id
  if (key === 'Home') return boards[0]?.id
  return key === 'End' ? boards.at(-1)?.id : undefined
}
