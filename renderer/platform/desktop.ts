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
  // Not before somebody listens: from then on main asks this page before it closes the window.
  const connectOnce = once(preload.connectStore)
  return {
    kind: 'desktop',
    desktop: preload,
    can: () => true,
    onEvent: (listener) => preload.onEvent(listener),
    onStorePort(listener) {
      const stop = ports.subscribe(listener)
      connectOnce()
      return stop
    },
  }
}

function once(run: () => void): () => void {
  let done = false
  return () => {
    if (!done) run()
    done = true
  }
}
