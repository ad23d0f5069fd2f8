import type { StoreUp } from '../../shared/ipc/controlContract.ts'
import type { Port } from '../../shared/ipc/rpc.ts'
import type { Dispose } from '../../shared/util/store.ts'

/** A store that has not said `ready` after this is not going to. ms */
const MOST_START_TIME = 15_000

/** Messages of a store process, to whoever listens. */
export interface StoreMessages {
  receive(message: StoreUp): void
  listen(onMessage: (message: StoreUp) => void): Dispose
  /** Resolves at the first `ready`; rejects if the store ends first or takes too long. */
  ready(ended: Promise<string>): Promise<void>
}

export function createStoreMessages(): StoreMessages {
  const listeners = new Set<(message: StoreUp) => void>()

  function listen(onMessage: (message: StoreUp) => void): Dispose {
    listeners.add(onMessage)
    return () => listeners.delete(onMessage)
  }

  return {
    listen,
    receive(message) {
      for (const listener of listeners) listener(message)
    },
    ready: (ended) =>
      new Promise((resolve, reject) => {
        const late = () => reject(new Error(`the store was not ready after ${MOST_START_TIME} ms`))
        const timer = setTimeout(late, MOST_START_TIME)
        const stop = listen((message) => {
          if (message.kind !== 'ready') return
          stop()
          clearTimeout(timer)
          resolve()
        })
        void ended.then((reason) => {
          clearTimeout(timer)
          reject(new Error(`the store ended before it was ready: ${reason}`))
        })
      }),
  }
}

/** The line for main's own calls, cut out of all messages. */
export const controlPort = (messages: StoreMessages, post: (data: unknown) => void): Port => ({
  post,
  close: () => undefined, // it ends with the process
  listen: (onMessage) =>
    messages.listen((message) => {
      if (message.kind === 'control') onMessage(message.data)
    }),
})
