import type { Desktop, DesktopEvent } from '../../shared/ipc/desktopContract.ts'
import type { Port } from '../../shared/ipc/rpc.ts'
import type { Dispose } from '../../shared/util/store.ts'

/** What the window runs on: the desktop app, or a plain browser. The only thing that knows the difference. */
export interface Platform {
  readonly kind: 'desktop' | 'browser'
  /** What only an operating system can do. */
  readonly desktop: Desktop
  /** Whether a call of `desktop` does anything here; if not, its action is shown as not possible. */
  can(call: keyof Desktop): boolean
  onEvent(listener: (event: DesktopEvent) => void): Dispose
  /**
   * Hears of each port to the store: at once if there is one, and again whenever the store was restarted. In a
   * workshop window it speaks workshopContract, on the start screen libraryContract. Keep one subscriber that
   * lives as long as the window: two callers on one port would take each other's answers.
   */
  onStorePort(listener: (port: Port) => void): Dispose
}
