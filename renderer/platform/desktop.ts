import { STORE_PORT_MESSAGE, type PreloadApi } from '../../shared/ipc/preloadApi.ts'
import { portOf } from './messagePort.ts'
import type { Platform } from './platform.ts'
import { createStorePorts } from './storePorts.ts'

declare global {
  interface Window {
    /** There only in a window of the desktop app. */
    readonly throughline?: PreloadApi
  }
}

/** The desktop app: everything goes through what preload exposes. */
export function createDesktopPlatform(preload: PreloadApi): Platform {
  const ports = createStorePorts()
  window.addEventListener('message', (event) => {
    const [port] = event.ports
    if (event.source === window && event.data === STORE_PORT_MESSAGE && port) ports.arrive(portOf(port))
  })
  preload.connectStore()
  return {
    kind: 'desktop',
    desktop: preload,
    can: () => true,
    onEvent: (listener) => preload.onEvent(listener),
    onStorePort: ports.subscribe,
  }
}
