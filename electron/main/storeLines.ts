import { MessageChannelMain } from 'electron'
import type { StoreRole } from '../../shared/ipc/controlContract.ts'
import { tell, type AppWindow, type WindowContent } from './appWindow.ts'
import type { KeptStore } from './keepStore.ts'
import { reopen } from './reopening.ts'

/**
 * Gives a window's page a line of its own to the store, as soon as there is something to connect it to. Says so
 * if there will never be a store, or if the file cannot be opened at the moment.
 */
export function connectWindow(store: KeptStore, window: AppWindow): void {
  const { browser, content } = window
  if (!window.listening || browser.isDestroyed()) return
  const trouble = store.hasFailed() ? 'store-failed' : window.trouble
  if (trouble !== undefined) return tell(window, { event: 'storeFailed', code: trouble })
  const to = roleOf(content)
  if (!to || !store.isRunning()) return // it follows when the store runs and has the file open
  const { port1, port2 } = new MessageChannelMain()
  store.attach(port1, to)
  browser.webContents.postMessage('store-port', null, [port2])
}

function roleOf(content: WindowContent): StoreRole | undefined {
  if (content.kind === 'start') return { role: 'library' }
  return content.session === null ? undefined : { role: 'workshop', session: content.session }
}

/** The store is gone: its sessions mean nothing to the next one. */
export function disconnectWindows(windows: readonly AppWindow[]): void {
  for (const window of windows) {
    if (window.content.kind === 'workshop') window.content = { ...window.content, session: null }
    tell(window, { event: 'storeLost' })
  }
}

/** A store runs: opens every window's file in it and gives every page a line. */
export async function connectWindows(store: KeptStore, windows: () => readonly AppWindow[]): Promise<void> {
  const { control } = store
  const connect = (window: AppWindow): void => connectWindow(store, window)
  await Promise.all(windows().map((window) => reopen(window, { control, connect, windows })))
}

/** There will be no store any more. Windows that open later hear of it when they ask for their line. */
export function giveUpStore(windows: readonly AppWindow[]): void {
  for (const window of windows) {
    window.trouble = 'store-failed'
    tell(window, { event: 'storeFailed', code: window.trouble })
  }
}
