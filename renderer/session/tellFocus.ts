import { may } from '../../shared/session/role.ts'
import type { Dispose } from '../../shared/util/store.ts'
import type { Editor } from '../editor/editor.ts'
import type { LiveSession } from '../sync/liveSession.ts'

/** The frame that a facilitator has chosen is the one that everybody's phone shows. */
export function tellFocus(
  { chosen }: Pick<Editor, 'chosen'>,
  live: Pick<LiveSession, 'role' | 'focus' | 'setFocus'>,
): Dispose {
  const tell = () => {
    const now = chosen.get()
    if (now?.kind !== 'steps' || now.ids.length !== 1 || !may(live.role.get(), 'lead')) return
    const [step] = now.ids
    if (step !== undefined && live.focus.get() !== step) live.setFocus(step)
  }
  tell()
  return chosen.subscribe(tell)
}
