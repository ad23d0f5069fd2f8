import { useEffect, useLayoutEffect, useState } from 'react'
import { createTogether, type Together } from '../../../session/createTogether.ts'
import { useApp } from '../../AppContext.ts'
import type { Session } from '../createSession.ts'
import { togetherActions } from './togetherActions.ts'

/** What this window does with the others of its live session, as long as the window is there. */
export function useTogether({ editor, live }: Session): Together {
  const { actions, toasts, translator } = useApp()
  const [together] = useState(() => createTogether(editor, live))
  useEffect(() => together.start(), [together])
  useLayoutEffect(
    () => togetherActions(actions, together, { toasts, translator }),
    [actions, together, toasts, translator],
  )
  return together
}
