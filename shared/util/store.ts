/** Ends a subscription or releases a resource. Safe to call once. */
export type Dispose = () => void

/** One observable value. Small enough to read whole; shaped for React's useSyncExternalStore. */
export interface Store<T> {
  get(): T
  set(next: T): void
  subscribe(listener: () => void): Dispose
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
