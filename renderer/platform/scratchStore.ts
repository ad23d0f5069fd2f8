import { nanoid } from 'nanoid'
import { AppError } from '../../shared/ipc/errors.ts'
import { libraryContract } from '../../shared/ipc/libraryContract.ts'
import { serve, type Port } from '../../shared/ipc/rpc.ts'
import { workshopContract } from '../../shared/ipc/workshopContract.ts'
import type { Asset, AssetHash } from '../../shared/model/asset.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { sha256 } from './sha256.ts'

/** As safe as it gets here: there is no file behind it. */
const memory = { durable: 'file' } as const

/** A workshop kept in this page's memory, gone with it. */
export function serveScratchWorkshop(port: Port): Dispose {
  const updates: Array<Uint8Array<ArrayBuffer>> = []
  const assets = new Map<AssetHash, Asset>()
  const identity = { guid: nanoid(), lineage: nanoid() }
  return serve(
    workshopContract,
    {
      load: () => ({ ...identity, readOnly: false, recovered: 0, updates: [...updates] }),
      append({ update }) {
        updates.push(update)
        return memory
      },
      async putAsset(added) {
        if ((await sha256(added.bytes)) !== added.hash)
          throw new AppError('bad-request', 'The bytes of an image do not have its hash')
        assets.set(added.hash, added)
        return memory
      },
      getAsset: ({ hash }) => assets.get(hash) ?? null,
      lackingAssets: ({ hashes }) => hashes.filter((hash) => !assets.has(hash)),
      flush: () => memory,
      saveThumbnail: () => undefined,
    },
    port,
  )
}

/** A library that knows no workshops: a browser remembers none. */
export function serveScratchLibrary(port: Port): Dispose {
  return serve(
    libraryContract,
    { recent: () => [], forget: () => undefined, remember: () => undefined },
    port,
  )
}
