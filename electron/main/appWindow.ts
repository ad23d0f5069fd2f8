import type { BrowserWindow } from 'electron'
import type { ActionId } from '../../shared/actions/actionTable.ts'
import type { Beginning, DesktopEvent } from '../../shared/ipc/desktopContract.ts'
import type { JoinWish } from '../../shared/ipc/sessionCalls.ts'
import type { ErrorCode } from '../../shared/ipc/errors.ts'

/** An open workshop, as the store opened it for a window. */
export interface OpenWorkshop {
  readonly kind: 'workshop'
  /** Where it really is, links resolved. */
  readonly file: string
  readonly name: string
  readonly readOnly: boolean
  /** The store's name for this opening; null while the store that knew it is gone. */
  readonly session: string | null
  /** What its page fills it with, as long as there is nothing in it. */
  readonly begin?: Beginning | undefined
  /** The session that its page joins. */
  readonly join?: JoinWish | undefined
}

export type WindowContent = { readonly kind: 'start' } | OpenWorkshop

/** What a page last said that the menu should show. */
export interface ReportedActions {
  readonly enabled: ReadonlySet<ActionId>
  readonly checked: ReadonlySet<ActionId>
}

export const NOTHING_REPORTED: ReportedActions = { enabled: new Set(), checked: new Set() }

/** One window and what it is for. The same window can turn from the start screen into a workshop. */
export interface AppWindow {
  readonly browser: BrowserWindow
  content: WindowContent
  /** Its page has asked for its line to the store: before that there is nothing in it to lose. */
  listening: boolean
  reported: ReportedActions
  /** Its page replaces one that crashed. */
  afterCrash: boolean
  /** Why its file could not be opened again in a new store, as long as that is so. */
  trouble: ErrorCode | undefined
}

/** Tells a window's page. Lost if no page listens, which is then a page that knows nothing yet. */
export function tell(window: AppWindow, event: DesktopEvent): void {
  if (!window.browser.isDestroyed()) window.browser.webContents.send('desktop-event', event)
}
