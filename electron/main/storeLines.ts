import { MessageChannelMain } from 'electron'
import { codeOf } from '../../shared/ipc/errors.ts'
import type { StoreRole } from '../../shared/ipc/controlContract.ts'
import { tell, type AppWindow, type WindowContent } from './appWindow.ts'
import type { KeptStore } from './keepStore.ts'
import { logError } from './logError.ts'

/** Gives a window's page a line of its own to the store, as soon as there is something to connect it to. */
export function connectWindow(store: KeptStore, window: AppWindow): void {
  const { browser, content, trouble } = window
  if (!window.listening || browser.isDestroyed()) return
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
export async function connectWindows(store: KeptStore, windows: readonly AppWindow[]): Promise<void> {
  await Promise.all(
    windows.map(async (window) => {
      await reopen(store, window)
      connectWindow(store, window)
    }),
  )
}

async function reopen(store: KeptStore, window: AppWindow): Promise<void> {
  const { content } = window
  if (content.kind !== 'workshop' || content.session !== null) return
  try {
    const { session, readOnly } = await store.control.open({ file: content.file })
    window.content = { ...content, session, readOnly }
  } catch (error) {
    logError('store: a workshop cannot be opened again', error)
    const code = codeOf(error)
    // The next store, if there is one, will be asked to open this file, too.
    if (code !== 'store-lost') window.trouble = code
  }
}

/** There will be no store any more. */
export function giveUpStore(windows: readonly AppWindow[]): void {
  for (const window of windows) {
    window.trouble = 'store-lost'
    tell(window, { event: 'storeFailed', code: 'store-lost' })
  }
}
