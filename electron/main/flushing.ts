import { powerMonitor, type App } from 'electron'
import { tell, type AppWindow } from './appWindow.ts'

/** Has pages write what they hold whenever the machine or the user may be about to go away. */
export function flushBeforeLeaving(app: App, windows: () => readonly AppWindow[]): void {
  const flushAll = (): void => {
    for (const window of windows()) tell(window, { event: 'flush' })
  }
  powerMonitor.on('suspend', flushAll)
  powerMonitor.on('lock-screen', flushAll)
  app.on('browser-window-blur', (_event, browser) => {
    const window = windows().find((each) => each.browser === browser)
    if (window) tell(window, { event: 'flush' })
  })
  // Logging off or shutting down: Linux and macOS wait for us to quit, Windows for a moment in any case.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault() // the types leave it out
    flushAll()
    app.quit()
  })
  if (process.platform !== 'win32') return
  app.on('browser-window-created', (_event, browser) => {
    browser.on('query-session-end', flushAll)
    browser.on('session-end', flushAll)
  })
}
