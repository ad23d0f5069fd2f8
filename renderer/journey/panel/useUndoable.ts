import { useCallback } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import type { PanelSession } from './panelProps.ts'

/**
 * Does something and says so, with a button that undoes it. The message goes as soon as something else is the last step,
 * so that the button never undoes anything but what it says.
 */
export function useUndoable(
  { workshop: { history } }: Editor,
  { toasts }: PanelSession,
): (message: string, run: () => void) => void {
  const { t } = useT()
  return useCallback(
    (message, run) => {
      const before = history.state.get().last
      run()
      const { last } = history.state.get()
      if (last === before) return
      const id = toasts.show({
        message,
        action: {
          label: t('toast.undo'),
          run() {
            if (history.state.get().last === last) history.undo()
          },
        },
      })
      const stop = history.state.subscribe(() => {
        if (history.state.get().last === last) return
        stop()
        toasts.dismiss(id)
      })
    },
    [history, toasts, t],
  )
}
