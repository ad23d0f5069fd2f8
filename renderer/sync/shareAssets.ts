import { z } from 'zod'
import { asset, assetHash, type Asset, type AssetHash, type Assets } from '../../shared/model/asset.ts'
import type { Dispose } from '../../shared/util/store.ts'

/** How the windows of one app hand images to each other, when shapes are copied from one workshop to another. */
const CHANNEL = 'throughline:assets'
/** Longest wait for a window that has an image, ms. */
const WAIT_MS = 3000

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('want'), hash: assetHash }),
  z.object({ kind: z.literal('have'), asset }),
])

/** Answers other windows that want an image which this workshop has. */
export function shareAssets(assets: Assets): Dispose {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }) => void answer(data))

  async function answer(data: unknown): Promise<void> {
    const asked = message.safeParse(data)
    if (!asked.success || asked.data.kind !== 'want') return
    const found = await assets.bytesOf(asked.data.hash)
    if (found) channel.postMessage({ kind: 'have', asset: found })
  }
  return () => channel.close()
}

/**
 * Brings images that this workshop lacks from other windows. Resolves to how many are nowhere to be found, because the
 * workshop that they came from is closed.
 */
export async function fetchAssets(assets: Assets, hashes: ReadonlySet<AssetHash>): Promise<number> {
  const fetched = await Promise.all(
    Array.from(hashes, async (hash) => {
      if (await assets.bytesOf(hash)) return true
      const found = await askOthers(hash)
      // Whether the bytes are the ones of that hash is for our own arithmetic to say.
      return found !== undefined && (await assets.add(found)) === hash
    }),
  )
  return fetched.filter((found) => !found).length
}

function askOthers(hash: AssetHash): Promise<Asset | undefined> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL)
    const end = (found?: Asset) => {
      clearTimeout(timer)
      channel.close()
      resolve(found)
    }
    const timer = setTimeout(end, WAIT_MS)
    channel.addEventListener('message', ({ data }) => {
      const heard = message.safeParse(data)
      if (heard.success && heard.data.kind === 'have' && heard.data.asset.hash === hash) end(heard.data.asset)
    })
    channel.postMessage({ kind: 'want', hash })
  })
}
