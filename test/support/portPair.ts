import type { Port } from '../../shared/ipc/rpc.ts'

/** Two connected ports. Messages are cloned, as they are between processes. */
export function portPair(): [Port, Port] {
  const listeners: [Set<(m: unknown) => void>, Set<(m: unknown) => void>] = [new Set(), new Set()]
  const port = (own: 0 | 1, other: 0 | 1): Port => ({
    post(message) {
      const copy: unknown = structuredClone(message)
      queueMicrotask(() => listeners[other].forEach((listener) => listener(copy)))
    },
    listen(listener) {
      listeners[own].add(listener)
      return () => listeners[own].delete(listener)
    },
    close: () => listeners[own].clear(),
  })
  return [port(0, 1), port(1, 0)]
}
