import { useSyncExternalStore } from 'react'
import type { Store } from '../../shared/util/store.ts'

/** The store's value; drawn again when it changes. */
export function useStore<T>(store: Pick<Store<T>, 'get' | 'subscribe'>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}
