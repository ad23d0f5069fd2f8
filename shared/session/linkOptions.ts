import type { Chain } from './certificate.ts'
import type { Clock } from './clock.ts'
import type { Identity } from './identity.ts'
import type { RoomId } from './ids.ts'
import type { LinkCounts } from './link.ts'
import type { Policy } from './policy.ts'
import { reassemblyBudget, type ReassemblyBudget } from './reassemble.ts'

export interface LinkOptions {
  readonly identity: Identity
  /** Shown to the other side: of this identity, for this room. */
  readonly chain: Chain
  readonly room: RoomId
  /** The one that holds now: the same object as long as it does. */
  readonly policy: () => Policy | undefined
  readonly clock: Clock
  /** Shows its certificate only to those who have shown a good one: for hosts, to guests. Two such ends never come together. */
  readonly shy?: boolean | undefined
  /** Memory for messages that arrive in parts, shared by all links of a session; else 128 MiB for this one. */
  readonly budget?: ReassemblyBudget | undefined
  /** Packets that came over the pipe before this. */
  readonly heard?: readonly Uint8Array<ArrayBuffer>[] | undefined
  /** Something in this app failed while it dealt with what the peer sent. The peer gets a strike. */
  readonly onFault?: ((error: unknown) => void) | undefined
  readonly times?: Partial<LinkTimes> | undefined
}

/** All ms. */
export interface LinkTimes {
  /** Until both are proven. */
  readonly handshake: number
  /** Between pings. */
  readonly ping: number
  /** Without a frame until the link ends. */
  readonly silent: number
}

export const LINK_TIMES: LinkTimes = { handshake: 5000, ping: 1000, silent: 4000 }

export const NOTHING_YET: Readonly<LinkCounts> = {
  framesIn: 0,
  framesOut: 0,
  bytesIn: 0,
  bytesOut: 0,
  ignored: 0,
  dropped: 0,
  strikes: 0,
}

/** For all links together (sync.md, 7). */
export const MOST_REASSEMBLY = 128 * 2 ** 20

export const ownBudget = (): ReassemblyBudget => reassemblyBudget(MOST_REASSEMBLY)
