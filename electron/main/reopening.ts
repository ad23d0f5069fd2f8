import { codeOf, type ErrorCode } from '../../shared/ipc/errors.ts'
import type { AppWindow } from './appWindow.ts'
import type { Control } from './keepStore.ts'
import { logError } from './logError.ts'

/** Before a file that could not be opened again is tried again; the last pause is repeated. ms */
const PAUSES = [500, 1000, 2000, 5000]

/** What may be over in a moment: a share that comes back, a scanner that lets go. The rest is in the file itself. */
const MAY_PASS: ReadonlySet<ErrorCode> = new Set([
  'not-found',
  'locked',
  'read-only',
  'disk-full',
  'internal',
])

/** What a reopened window needs from around it. */
export interface Reopening {
  readonly control: Pick<Control, 'open' | 'close'>
  /** Gives the window's page its line to the store, or tells it why it gets none. */
  readonly connect: (window: AppWindow) => void
  /** All windows that there are now. */
  readonly windows: () => readonly AppWindow[]
}

/**
 * Opens a window's file in a store that does not know it yet. While that fails for a reason that may pass, it is
 * tried again, until the window closes or the store is lost, too. The page hears of the first failure and of success.
 */
export async function reopen(window: AppWindow, { control, connect, windows }: Reopening): Promise<void> {
  const { content } = window
  if (content.kind !== 'workshop' || content.session !== null) return connect(window)
  // The content is another one as soon as the store is lost again: the next store has its own attempts.
  const isWanted = (): boolean => window.content === content && !window.browser.isDestroyed()
  for (let attempt = 0; isWanted(); attempt++) {
    const opened = await control.open({ file: content.file }).catch(asCode)
    if (typeof opened !== 'string') {
      const { session, readOnly } = opened
      if (!isWanted()) return closeUnused(session, control, windows())
      window.content = { ...content, session, readOnly }
      window.trouble = undefined
      return connect(window)
    }
    if (opened === 'store-lost' || !isWanted()) return
    if (opened !== window.trouble) {
      window.trouble = opened
      connect(window)
    }
    if (!MAY_PASS.has(opened)) return
    await new Promise((resolve) => setTimeout(resolve, PAUSES[Math.min(attempt, PAUSES.length - 1)]))
  }
}

function asCode(error: unknown): ErrorCode {
  logError('store: a workshop cannot be opened again', error)
  return codeOf(error)
}

/** Closes what was opened for a window that closed meanwhile, unless another window shows it by now. */
async function closeUnused(
  session: string,
  control: Reopening['control'],
  windows: readonly AppWindow[],
): Promise<void> {
  if (windows.some(({ content }) => content.kind === 'workshop' && content.session === session)) return
  await control.close({ session }).catch((error: unknown) => {
    logError('store: a workshop cannot be closed', error)
  })
}
