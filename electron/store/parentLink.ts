import type { StoreDown, StoreRole, StoreUp } from '../../shared/ipc/controlContract.ts'
import type { Port } from '../../shared/ipc/rpc.ts'
import { assert, unreachable } from '../../shared/util/assert.ts'
import type { Dispose } from '../../shared/util/store.ts'

/** What the store has to do with the process that started it, whichever kind of child it is. */
export interface ParentLink {
  /** Main's own calls. */
  readonly control: Port
  /** A client came; the result of `listener` is called when it is gone. */
  onConnect(listener: (to: StoreRole, client: Port) => Dispose): void
  /** Main is gone, or asks us to end. */
  onEnd(listener: () => void): void
  ready(): void
}

/** Electron's utility process and a plain Node child differ here and nowhere else. */
export function parentLink(): ParentLink {
  // Typed as always there, but outside of Electron it is not.
  const parent = process.parentPort as Electron.ParentPort | undefined
  return parent ? utilityLink(parent) : childLink()
}

/** Each client brings a MessagePort of its own. */
function utilityLink(parent: Electron.ParentPort): ParentLink {
  const control = createInbox((data) => parent.postMessage({ kind: 'control', data } satisfies StoreUp))
  let connect: (to: StoreRole, client: Port) => Dispose = () => () => undefined

  return {
    control: control.port,
    onConnect(listener) {
      connect = listener
    },
    onEnd: (listener) => void process.on('SIGTERM', listener),
    ready() {
      parent.on('message', (event) => {
        const message = event.data as StoreDown // main is ours
        if (message.kind === 'control') control.deliver(message.data)
        if (message.kind !== 'connect') return
        const [port] = event.ports
        assert(port, 'a port with the client')
        const disconnect = connect(message.to, asPort(port))
        port.on('close', disconnect)
        port.start()
      })
      parent.postMessage({ kind: 'ready' } satisfies StoreUp)
    },
  }
}

function asPort(port: Electron.MessagePortMain): Port {
  return {
    post: (message) => port.postMessage(message),
    listen(onMessage) {
      const listener = (event: { data: unknown }): void => onMessage(event.data)
      port.on('message', listener)
      return () => port.off('message', listener)
    },
    close: () => port.close(),
  }
}

/** Main relays between the clients' ports and the one channel of a child process. */
function childLink(): ParentLink {
  assert(process.send, 'a channel to the parent process')
  // An answer that cannot be sent has nobody to read it; that main is gone we hear by `disconnect`.
  const send = (message: StoreUp): void => void process.send?.(message, undefined, undefined, () => undefined)
  const control = createInbox((data) => send({ kind: 'control', data }))
  const clients = new Map<number, { deliver(data: unknown): void; disconnect: Dispose }>()
  let connect: (to: StoreRole, client: Port) => Dispose = () => () => undefined

  function receive(message: StoreDown): void {
    switch (message.kind) {
      case 'control':
        return control.deliver(message.data)
      case 'connect': {
        const { client, to } = message
        const inbox = createInbox((data) => send({ kind: 'data', client, data }))
        clients.set(client, { deliver: inbox.deliver, disconnect: connect(to, inbox.port) })
        return
      }
      case 'data':
        return clients.get(message.client)?.deliver(message.data)
      case 'gone':
        clients.get(message.client)?.disconnect()
        clients.delete(message.client)
        return
      default:
        return unreachable(message)
    }
  }

  return {
    control: control.port,
    onConnect(listener) {
      connect = listener
    },
    onEnd(listener) {
      process.on('disconnect', listener)
      process.on('SIGTERM', listener)
    },
    ready() {
      process.on('message', (message) => receive(message as StoreDown)) // main is ours
      send({ kind: 'ready' })
    },
  }
}

/** A port whose incoming messages are handed over by hand. */
function createInbox(post: (message: unknown) => void): { port: Port; deliver(message: unknown): void } {
  const listeners = new Set<(message: unknown) => void>()
  return {
    port: {
      post,
      listen(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => listeners.clear(),
    },
    deliver(message) {
      for (const listener of listeners) listener(message)
    },
  }
}
