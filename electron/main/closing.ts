import { type AppWindow, tell } from './appWindow.ts'
import type { KeptStore } from './keepStore.ts'
import { logError } from './logError.ts'

/** A page that has not made everything durable after this is not going to. ms */
const MOST_FINISH_TIME = 5_000
/** A store that has not closed a file after this is left alone: what is in it is durable already. ms */
const MOST_STORE_TIME = 10_000

/** How windows close: nothing is lost without being asked about. */
export interface Closing {
  /** Closes a window, or brings it back if the user wants to keep it. Resolves to whether it is closed. */
  close(window: AppWindow): Promise<boolean>
  /** The window's close in progress, if there is one. */
  inProgress(window: AppWindow): Promise<boolean> | undefined
  /** A page's answer to `finish`; a page that died has not saved. */
  finished(window: AppWindow, saved: boolean): void
}

export interface ClosingOptions {
  readonly store: Pick<KeptStore, 'control'>
  /** Asks the user whether to close although not everything is saved. */
  readonly confirmLoss: (window: AppWindow) => Promise<boolean>
  /** Called when it is certain that a window closes, while it is still there. */
  readonly onClose: (window: AppWindow) => void
}

export function createClosing({ store, confirmLoss, onClose }: ClosingOptions): Closing {
  const closes = new Map<AppWindow, Promise<boolean>>()
  const answers = new Map<AppWindow, (saved: boolean) => void>()

  async function run(window: AppWindow): Promise<boolean> {
    if (window.browser.isDestroyed()) return true
    if (needsFinish(window) && !(await finish(window)) && !(await confirmLoss(window))) return false
    onClose(window)
    window.browser.hide()
    await closeSession(window)
    window.browser.destroy()
    return true
  }

  /** Asks the page to make everything durable. */
  async function finish(window: AppWindow): Promise<boolean> {
    const answer = new Promise<boolean>((resolve) => answers.set(window, resolve))
    tell(window, { event: 'finish' })
    const saved = await within(MOST_FINISH_TIME, answer)
    answers.delete(window)
    return saved ?? false
  }

  async function closeSession({ content }: AppWindow): Promise<void> {
    if (content.kind !== 'workshop' || content.session === null) return
    const closed = store.control.close({ session: content.session }).then(
      () => true,
      (error: unknown) => {
        logError('store: a workshop cannot be closed', error)
        return true
      },
    )
    if (!(await within(MOST_STORE_TIME, closed))) console.error('store: a workshop is not closed in time')
  }

  return {
    close(window) {
      const running = closes.get(window) ?? run(window).finally(() => closes.delete(window))
      closes.set(window, running)
      return running
    },
    inProgress: (window) => closes.get(window),
    finished: (window, saved) => answers.get(window)?.(saved),
  }
}

/** Only a workshop whose page is at work can hold something that is not durable. */
const needsFinish = ({ content, listening }: AppWindow): boolean => content.kind === 'workshop' && listening

/** The value, or undefined if it takes longer than `most` ms. */
async function within<T>(most: number, value: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), most)
  })
  try {
    return await Promise.race([value, late])
  } finally {
    clearTimeout(timer)
  }
}
