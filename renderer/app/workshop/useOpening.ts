import { useEffect } from 'react'
import type { Dispose } from '../../../shared/util/store.ts'
import { fitAll } from '../../editor/commands/lookAt.ts'
import type { Editor } from '../../editor/editor.ts'
import { useApp } from '../AppContext.ts'
import type { Session } from './createSession.ts'

/** What happens once when a workshop is open: all of the board is shown, and what there is to know of it is said. */
export function useOpening(session: Session): void {
  const { toasts, translator } = useApp()
  const { editor } = session
  useEffect(() => showAllOnce(editor), [editor])
  useEffect(() => {
    toasts.dismiss('store') // it may have been lost while the workshop was loading
    if (session.recovered > 0)
      toasts.show({ message: translator.t('save.recovered', { count: session.recovered }) })
    const unreadable = session.workshop.shapes.unreadable()
    if (unreadable > 0)
      toasts.show({ tone: 'danger', message: translator.t('workshop.unreadable', { count: unreadable }) })
  }, [session, toasts, translator])
}

/** Shows all of the board, as soon as the window knows its size. */
function showAllOnce(editor: Editor): Dispose {
  const show = () => {
    if (editor.viewport.get().w === 0) return
    stop()
    fitAll(editor)
  }
  const stop = editor.viewport.subscribe(show)
  show()
  return stop
}
