import type { Port } from '../../shared/ipc/rpc.ts'

/** A DOM MessagePort as calls use it. Messages wait in it until somebody listens. */
export function portOf(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    listen(onMessage) {
      const hear = (event: MessageEvent) => onMessage(event.data)
      port.addEventListener('message', hear)
      port.start()
      return () => port.removeEventListener('message', hear)
    },
    close: () => port.close(),
  }
}
