import { webcrypto } from 'node:crypto'
import type { Document } from '@hocuspocus/server'
import { Map as YMap } from 'yjs'
import { assetHash, type Asset, type AssetHash, type Assets } from '../../shared/model/asset.ts'
import { createImageSync } from '../../shared/session/images/createImageSync.ts'
import type { ImageLine } from '../../shared/session/images/imageSync.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import { fromBase64url, toBase64url } from '../../shared/util/base64url.ts'
import type { Seat } from './engineRoom.ts'

/** Images of one room that are held here, bytes; more are not passed on. */
const MOST_BYTES = 128 * 2 ** 20
/** Lines are filled so often, ms. */
const PUMP_EVERY = 50
/** What shapes show is looked at so long after a change, ms: it means reading all of them. */
const LOOK_AFTER = 500

/** The images of one room: those who have one give it here once, and whoever lacks it gets it from here. */
export interface RoomImages {
  join(seat: Seat): void
  receive(seat: Seat, bytes: string): void
  leave(seat: Seat): void
  dispose(): void
}

export interface RoomImagesOptions {
  readonly document: Document
  readonly now: () => number
  /** Who is asked first. */
  readonly isHost: (person: PersonId) => boolean
  readonly onStrike: (seat: Seat) => void
}

export function createRoomImages({ document, now, isHost, onStrike }: RoomImagesOptions): RoomImages {
  const lines = new Map<Seat, ImageLine>()
  const images = createImageSync({
    assets: heldAssets(),
    digest: async (bytes) => Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex'),
    shown: () => shownIn(document),
    onShown(listener) {
      let timer: NodeJS.Timeout | undefined
      const changed = (): void => {
        timer ??= setTimeout(() => {
          timer = undefined
          listener()
        }, LOOK_AFTER)
      }
      document.on('update', changed)
      return () => {
        clearTimeout(timer)
        document.off('update', changed)
      }
    },
    isHost,
    now,
  })
  const pump = setInterval(() => images.beat(), PUMP_EVERY)
  return {
    join(seat) {
      const link = {
        sendBytes: (_lane: string, bytes: Uint8Array) =>
          seat.connection?.sendStateless(JSON.stringify({ kind: 'image', bytes: toBase64url(bytes) })),
        queued: () => bufferedOf(seat),
        strike: () => onStrike(seat),
      }
      lines.set(seat, images.attach(link, seat))
    },
    receive(seat, bytes) {
      const message = fromBase64url(bytes)
      if (message) lines.get(seat)?.receive(message)
    },
    leave(seat) {
      lines.get(seat)?.end()
      lines.delete(seat)
    },
    dispose() {
      clearInterval(pump)
      images.dispose()
    },
  }
}

/** Bytes that wait in a socket of `ws`. */
function bufferedOf({ connection }: Seat): number {
  const socket: object | undefined = connection?.webSocket
  const waits = socket && 'bufferedAmount' in socket ? socket.bufferedAmount : 0
  return typeof waits === 'number' ? waits : 0
}

function shownIn(document: Document): Set<AssetHash> {
  const shown = new Set<AssetHash>()
  for (const shape of document.getMap('shapes').values()) {
    if (!(shape instanceof YMap) || shape.get('kind') !== 'image') continue
    const hash = assetHash.safeParse(shape.get('asset')).data
    if (hash !== undefined) shown.add(hash)
  }
  return shown
}

function heldAssets(): Assets {
  const held = new Map<AssetHash, Asset>()
  const listeners = new Set<(hash: AssetHash) => void>()
  let bytes = 0
  return {
    async add(content) {
      const hash = Buffer.from(await webcrypto.subtle.digest('SHA-256', content.bytes)).toString('hex')
      if (held.has(hash) || bytes >= MOST_BYTES) return hash
      held.set(hash, { ...content, hash })
      bytes += content.bytes.length
      for (const listener of listeners) listener(hash)
      return hash
    },
    bytesOf: async (hash) => held.get(hash),
    lacking: async (hashes) => (bytes >= MOST_BYTES ? [] : [...hashes].filter((hash) => !held.has(hash))),
    onAdded(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
