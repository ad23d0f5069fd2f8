import { codeOf, type ErrorCode } from '../../../shared/ipc/errors.ts'
import { libraryContract, type RecentWorkshop } from '../../../shared/ipc/libraryContract.ts'
import { connect, type Connection, type Port } from '../../../shared/ipc/rpc.ts'
import { createStore, type Dispose, type Store } from '../../../shared/util/store.ts'

export type LibraryState =
  | { readonly kind: 'loading' }
  /** `at` is when the store was asked, in ms since 1970. */
  | { readonly kind: 'ready'; readonly recent: readonly RecentWorkshop[]; readonly at: number }
  | { readonly kind: 'failed'; readonly code: ErrorCode }

/** The workshops this computer has opened before, as the store knows them. */
export interface Library {
  readonly state: Pick<Store<LibraryState>, 'get' | 'subscribe'>
  /** Asks the store at this port from now on. */
  connectTo(port: Port): void
  /** The store cannot be reached any more. */
  fail(code: ErrorCode): void
  /** Asks again; shown until then is what was known. */
  refresh(): Promise<void>
  /** Takes it off the list at once. Rejects, with the list as it was, if the store cannot. */
  forget(id: string): Promise<void>
  remember(id: string): Promise<void>
  close: Dispose
}

export function createLibrary(): Library {
  const state = createStore<LibraryState>({ kind: 'loading' })
  let connection: Connection<typeof libraryContract> | null = null

  const library: Library = {
    state,
    connectTo(port) {
      connection?.close()
      connection = connect(libraryContract, port)
      void library.refresh()
    },
    fail: (code) => state.set({ kind: 'failed', code }),
    async refresh() {
      const asked = connection
      if (!asked) return
      try {
        const recent = await asked.client.recent()
        if (asked === connection) state.set({ kind: 'ready', recent, at: Date.now() })
      } catch (error) {
        // An answer that another port will give is not a failure.
        if (asked === connection) library.fail(codeOf(error))
      }
    },
    async forget(id) {
      const before = state.get()
      if (before.kind === 'ready')
        state.set({ ...before, recent: before.recent.filter((workshop) => workshop.id !== id) })
      await connection?.client.forget({ id }).catch((error: unknown) => {
        state.set(before)
        throw error
      })
    },
    async remember(id) {
      await connection?.client.remember({ id })
      await library.refresh()
    },
    close() {
      connection?.close()
      connection = null
    },
  }
  return library
}
