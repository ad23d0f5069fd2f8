import { every, type Clock } from '../../../shared/session/clock.ts'
import { createImageSync } from '../../../shared/session/images/createImageSync.ts'
import type { ImageLine } from '../../../shared/session/images/imageSync.ts'
import type { LinkPeer } from '../../../shared/session/link.ts'
import { tokenBucket } from '../../../shared/session/tokenBucket.ts'
import { fromBase64url, toBase64url } from '../../../shared/util/base64url.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { SharedWorkshop } from '../live/sharedWorkshop.ts'
import { follow, type SessionStores } from '../live/sessionStores.ts'
import type { EngineLine } from './engineLine.ts'

/** What is given to the engine a second, and at once, of base64: well below what it lets a participant give. Bytes. */
const RATE = 2 * 2 ** 20
const BURST = 4 * 2 ** 20
const PUMP_MS = 50

export interface EngineImagesOptions {
  readonly workshop: SharedWorkshop
  readonly clock: Clock
  readonly line: EngineLine
  /** Whoever the engine is asked as. */
  readonly me: LinkPeer
  readonly stores: SessionStores
}

/** The images of a session in an engine: asked of the engine, which asks whoever has them. */
export interface EngineImages {
  /** The engine has let this person in, anew. */
  begin(): void
  receive(bytes: string): void
  lost(): void
  dispose(): void
}

export function createEngineImages({ workshop, clock, line, me, stores }: EngineImagesOptions): EngineImages {
  const images = createImageSync({ ...workshop, digest: sha256, now: clock.now, isHost: () => true })
  const budget = tokenBucket(RATE, BURST, clock.now)
  let engine: ImageLine | undefined
  const link = {
    sendBytes(_lane: string, bytes: Uint8Array) {
      const text = toBase64url(bytes)
      budget.take(text.length)
      line.send({ kind: 'image', bytes: text })
    },
    queued: () => (budget.wait(BURST / 4) > 0 ? Infinity : line.buffered()),
    strike: () => {},
  }
  const stops = [every(clock, PUMP_MS, () => images.beat()), follow(images.progress, stores.images)]
  return {
    begin() {
      engine?.end()
      engine = images.attach(link, me)
    },
    receive(bytes) {
      const message = fromBase64url(bytes)
      if (message) engine?.receive(message)
    },
    lost() {
      engine?.end()
      engine = undefined
    },
    dispose() {
      for (const stop of stops) stop()
      images.dispose()
    },
  }
}
