import type { TFunction } from 'i18next'
import type { History } from '../../../shared/model/history.ts'
import type { Toasts } from '../../ui/createToasts.ts'

/**
 * Says what was just done, with a button that undoes it. It goes as soon as something else is the last step, so that
 * the button never undoes anything but what the message says.
 */
export function showUndo(toasts: Toasts, t: TFunction, history: History, message: string): void {
  const { last } = history.state.get()
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
}
