import type { App } from 'electron'
import type { AppWindow } from './appWindow.ts'
import type { Closing } from './closing.ts'
import { logError } from './logError.ts'

/**
 * Lets the app end only after every window is closed and `release` has resolved. If the user keeps a window,
 * the app stays.
 */
export function quitInOrder(
  app: App,
  windows: () => readonly AppWindow[],
  closing: Pick<Closing, 'close'>,
  release: () => Promise<void>,
): void {
  let state: 'running' | 'quitting' | 'done' = 'running'

  async function quit(): Promise<void> {
    for (const window of windows()) {
      if (await closing.close(window)) continue
      state = 'running'
      return
    }
    await release()
    state = 'done'
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (state === 'done') return
    event.preventDefault()
    if (state === 'quitting') return
    state = 'quitting'
    quit().catch((error: unknown) => {
      logError('the app could not end in order', error)
      app.exit(1)
    })
  })
}
