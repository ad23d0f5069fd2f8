import type * as Y from 'yjs'
import type { AssetKeeper } from '../../../renderer/sync/assets.ts'
import { createSaver } from '../../../renderer/sync/saveWorkshop.ts'
import type { Port } from '../../../shared/ipc/rpc.ts'
import type { Membership } from '../../../shared/session/membership.ts'
import type { Store } from '../../../shared/util/store.ts'
import { fromText, toText } from '../desk/wireMessage.ts'

/** What a peer keeps to come back: its session, and who it is. */
interface Kept {
  readonly membership: Membership
  readonly secretKey: string
}

/** A workshop's file in the real store, saved by the app's own saver. */
export interface Disk {
  readonly lineage: string
  readonly persisted: Store<string | undefined>
  readonly kept: Kept | undefined
  keep(kept: Kept): void
}

/** Loads what the file has into `doc`, and saves from then on. */
export async function openDisk(doc: Y.Doc, assets: AssetKeeper, storePort: number): Promise<Disk> {
  const socket = new WebSocket(`ws://127.0.0.1:${storePort}`)
  const listeners = new Set<(message: unknown) => void>()
  const first = new Promise<{ kept: string | null }>((resolve, reject) => {
    socket.onerror = () => reject(new Error('There is no store'))
    socket.onmessage = ({ data }) => {
      resolve(fromText(String(data)) as { kept: string | null })
      socket.onmessage = (next) => {
        const message = fromText(String(next.data))
        for (const listener of listeners) listener(message)
      }
    }
  })
  const { kept } = await first
  const port: Port = {
    post: (message) => socket.send(toText(message)),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => socket.close(),
  }
  const saver = createSaver(doc, assets)
  const { lineage } = await saver.attach(port)
  return {
    lineage,
    persisted: saver.persisted,
    kept: kept === null ? undefined : (JSON.parse(kept) as Kept),
    keep: (next) => socket.send(toText({ keep: JSON.stringify(next) })),
  }
}
