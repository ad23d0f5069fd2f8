import { useCallback } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import type { PanelSession } from './panelProps.ts'
import { showUndo } from './showUndo.ts'

/** Does something and, if there is anything to undo, says so with a button that undoes it. */
export function useUndoable(
  { workshop: { history } }: Editor,
  { toasts }: PanelSession,
): (message: string, run: () => void) => void {
  const { t } = useT()
  return useCallback(
    (message, run) => {
      const before = history.state.get().last
      run()
      if (history.state.get().last !== before) showUndo(toasts, t, history, message)
    },
    [history, toasts, t],
  )
}
