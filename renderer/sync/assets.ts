import type { Client } from '../../shared/ipc/contract.ts'
import { codeOf } from '../../shared/ipc/errors.ts'
import { MOST_HASHES, type workshopContract } from '../../shared/ipc/workshopContract.ts'
import type { Asset, AssetHash, Assets } from '../../shared/model/asset.ts'
import { sha256 } from '../platform/sha256.ts'

type Source = Pick<Client<typeof workshopContract>, 'getAsset' | 'lackingAssets'>

/** The images of a workshop, and what the saver needs to bring the new ones to the store. */
export interface AssetKeeper extends Assets {
  /** Oldest first. They stay in this window's memory until `stored` is said of them. */
  unstored(): readonly Asset[]
  stored(hash: AssetHash): void
  /** The store to ask from now on; nothing while there is none. */
  use(source: Source | undefined): void
}

export function createAssets(): AssetKeeper {
  const unstored = new Map<AssetHash, Asset>()
  const listeners = new Set<(hash: AssetHash) => void>()
  let source: Source | undefined
  let waiting: (() => void)[] = []

  /** Resolves when there is a store, be it the same as before. */
  const untilSource = (): Promise<void> => new Promise((resolve) => waiting.push(resolve))

  /** Asks the store, or the next one if this one is lost; nothing if it cannot say. */
  async function ask<T>(call: (asked: Source) => Promise<T>): Promise<T | undefined> {
    for (;;) {
      if (!source) {
        await untilSource()
        continue
      }
      const asked = source
      try {
        return await call(asked)
      } catch (error) {
        const code = codeOf(error)
        if (code !== 'store-lost') {
          console.warn('an image cannot be read:', code)
          return undefined
        }
        if (source === asked) source = undefined // until the next one is there
      }
    }
  }

  async function bytesOf(hash: AssetHash): Promise<Asset | undefined> {
    const known = unstored.get(hash)
    if (known) return known
    const found = await ask((asked) => asked.getAsset({ hash }))
    // It may have been added while the store was away.
    return (found && sound(found, hash)) ?? unstored.get(hash)
  }

  async function lacking(hashes: ReadonlySet<AssetHash>): Promise<readonly AssetHash[]> {
    const unknown = [...hashes].filter((hash) => !unstored.has(hash)).slice(0, MOST_HASHES)
    if (unknown.length === 0) return []
    const lacks = await ask((asked) => asked.lackingAssets({ hashes: unknown }))
    return (lacks ?? []).filter((hash) => !unstored.has(hash))
  }

  return {
    async add({ mime, w, h, bytes }) {
      const hash = await sha256(bytes)
      unstored.set(hash, { mime, w, h, bytes, hash })
      for (const listener of listeners) listener(hash)
      return hash
    },
    bytesOf,
    lacking,
    onAdded(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    unstored: () => [...unstored.values()],
    stored: (hash) => void unstored.delete(hash),
    use(next) {
      source = next
      if (!next) return
      const ready = waiting
      waiting = []
      for (const resolve of ready) resolve()
    },
  }
}

/** The store has checked the bytes; that they are the ones we asked for is checked here. */
const sound = (found: Asset | null, hash: AssetHash): Asset | undefined =>
  found?.hash === hash ? found : undefined
