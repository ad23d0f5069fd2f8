import { contextBridge, ipcRenderer } from 'electron'
import type { DesktopEvent } from '../../shared/ipc/desktopContract.ts'
import { DESKTOP_METHODS, STORE_PORT_MESSAGE, type PreloadApi } from '../../shared/ipc/preloadApi.ts'

type Calls = Omit<PreloadApi, 'onEvent' | 'connectStore'>

/** Named calls only: the page can ask for these and for nothing else. */
const calls = Object.fromEntries(
  DESKTOP_METHODS.map((method) => [
    method,
    (input: unknown): Promise<unknown> => ipcRenderer.invoke(`desktop:${method}`, input),
  ]),
) as unknown as Calls // main checks what goes in; the contract says what comes out

const api: PreloadApi = {
  ...calls,
  onEvent(listener) {
    const forward = (_: unknown, event: DesktopEvent): void => listener(event)
    ipcRenderer.on('desktop-event', forward)
    return () => void ipcRenderer.off('desktop-event', forward)
  },
  connectStore: () => ipcRenderer.send('connect-store'),
}

contextBridge.exposeInMainWorld('throughline', api)

// A port cannot cross the context bridge; a message that the page posts to itself can carry it.
ipcRenderer.on('store-port', ({ ports }) => {
  window.postMessage(STORE_PORT_MESSAGE, location.origin, [...ports])
})
