import type { AppWindow } from './appWindow.ts'

/** So many crashes within this time, and the page is not loaded again by itself. ms */
const MOST_CRASHES = 3
const CRASHES_COUNT_FOR = 60_000

/**
 * Loads a window's page again when its process dies. When it keeps dying `askReopen` decides: true loads it
 * again, false closes the window with `close`.
 */
export function reloadAfterCrash(
  window: AppWindow,
  askReopen: (window: AppWindow) => Promise<boolean>,
  close: (window: AppWindow) => Promise<unknown>,
): void {
  let crashes: number[] = []
  const { browser } = window
  browser.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    console.error(`window: its process ended (${reason}, exit code ${exitCode})`)
    window.listening = false // whatever the page had not sent is gone
    const now = performance.now()
    crashes = [...crashes.filter((at) => now - at < CRASHES_COUNT_FOR), now]
    void recover()
  })

  async function recover(): Promise<void> {
    if (crashes.length >= MOST_CRASHES) {
      if (!(await askReopen(window))) return void (await close(window))
      crashes = []
    }
    if (browser.isDestroyed()) return
    window.afterCrash = true
    browser.webContents.reload()
  }
}
