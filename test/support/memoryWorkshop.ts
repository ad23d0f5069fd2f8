import type { Handlers } from '../../shared/ipc/contract.ts'
import { createHash } from 'node:crypto'
import { AppError, type ErrorCode } from '../../shared/ipc/errors.ts'
import type { Durable, workshopContract } from '../../shared/ipc/workshopContract.ts'
import type { Asset, AssetHash } from '../../shared/model/asset.ts'

/** A workshop without a file, with the promises of the real one, and faults to order. */
export interface MemoryWorkshop {
  readonly calls: Handlers<typeof workshopContract>
  /** Everything that was appended, oldest first. */
  readonly updates: Uint8Array<ArrayBuffer>[]
  readonly assets: Map<AssetHash, Asset>
  thumbnail: Uint8Array | null
  /** Where edits get to: `journal` is a file that cannot be written, an error code is a failure of both. */
  reach: Durable | { readonly failure: ErrorCode }
}

export function createMemoryWorkshop({ readOnly = false, recovered = 0 } = {}): MemoryWorkshop {
  let news = recovered
  const workshop: MemoryWorkshop = {
    updates: [],
    assets: new Map(),
    thumbnail: null,
    reach: 'file',
    calls: {
      load() {
        const told = news
        news = 0
        const [guid, lineage] = ['0'.repeat(32), '1'.repeat(32)]
        return { guid, lineage, readOnly, recovered: told, updates: [...workshop.updates] }
      },
      append({ update }) {
        if (readOnly) throw new AppError('read-only', 'Opened for reading')
        const durable = reached(workshop)
        workshop.updates.push(update)
        return { durable }
      },
      putAsset(added) {
        if (readOnly) throw new AppError('read-only', 'Opened for reading')
        if (createHash('sha256').update(added.bytes).digest('hex') !== added.hash)
          throw new AppError('bad-request', 'The bytes of an image do not have its hash')
        const durable = reached(workshop)
        workshop.assets.set(added.hash, added)
        return { durable }
      },
      getAsset: ({ hash }) => workshop.assets.get(hash) ?? null,
      lackingAssets: ({ hashes }) => hashes.filter((hash) => !workshop.assets.has(hash)),
      flush: () => ({ durable: reached(workshop) }),
      saveThumbnail({ png }) {
        workshop.thumbnail = png
      },
    },
  }
  return workshop
}

function reached({ reach }: MemoryWorkshop): Durable {
  if (typeof reach === 'object') throw new AppError(reach.failure, 'A fault ordered by the test')
  return reach
}
