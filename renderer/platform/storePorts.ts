import type { Port } from '../../shared/ipc/rpc.ts'
import type { Dispose } from '../../shared/util/store.ts'

/** The newest port to the store, and whoever waits for the next. */
export interface StorePorts {
  arrive(port: Port): void
  subscribe(listener: (port: Port) => void): Dispose
}

export function createStorePorts(): StorePorts {
  const listeners = new Set<(port: Port) => void>()
  let newest: Port | null = null
  return {
    arrive(port) {
      newest = port
      for (const listener of listeners) listener(port)
    },
    subscribe(listener) {
      listeners.add(listener)
      if (newest) listener(newest)
      return () => listeners.delete(listener)
    },
  }
}
