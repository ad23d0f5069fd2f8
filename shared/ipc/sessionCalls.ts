import { z } from 'zod'
import { health } from '../session/signallingFrame.ts'
import { roomId } from '../session/ids.ts'
import { call } from './contract.ts'
import { errorCode } from './errors.ts'
import { serverOrigin } from './sessionSettings.ts'

/** Which workshops may be merged: 128 bits as hex, as the store reports it (`workshopContract.load`). */
export const lineage = z.string().regex(/^[0-9a-f]{32}$/)
/** Most characters of what a window keeps to come back into a session. */
export const MOST_MEMBERSHIP = 65_536

/** How this computer's own server is reached. */
export const hostAddresses = z.object({
  /** Origins of the guest page: the network's addresses first, this computer's own last. */
  origins: z.array(z.string()),
  /** Opens the room and connects to /hub. Good for a day; another comes with `hostBack`. */
  ownerToken: z.string(),
  /** For this computer's own windows: `ws://127.0.0.1:PORT`. */
  local: z.string(),
})
export type HostAddresses = z.infer<typeof hostAddresses>

const startedHost = z.discriminatedUnion('result', [
  hostAddresses.extend({ result: z.literal('hosting') }),
  z.object({ result: z.literal('failed'), code: errorCode }),
])

export type StartedHost = z.infer<typeof startedHost>

/** What a window may ask of main for live sessions: a part of the desktop contract. */
export const sessionCalls = {
  /** The secret key of this installation's person, base64url: the same in all windows, made when it is first needed. */
  identity: call(z.void(), z.object({ secretKey: z.string() })),
  /**
   * Starts this computer's own server unless it runs, for a room of this window. The room is this window's until its page is
   * gone. Asked again, it gives a fresh token. This window may then speak to `local`, whatever `allowServers` says.
   */
  startHost: call(z.object({ room: roomId }), startedHost),
  /** This window hosts that room no more. The server ends with its last room. */
  stopHost: call(z.object({ room: roomId }), z.void()),
  /** The servers that this window may speak to from now on, instead of those it named before; none at first. */
  allowServers: call(z.object({ origins: z.array(serverOrigin).max(64) }), z.void()),
  /** What a server says of itself, for invitations by words. The user has typed its address. Null if nothing of ours answers. */
  askServer: call(z.object({ origin: serverOrigin }), health.nullable()),
  /** Keeps what this computer needs to come back into a workshop's session, encrypted where the system can; 50 newest. */
  keepMembership: call(z.object({ lineage, value: z.string().max(MOST_MEMBERSHIP) }), z.void()),
  membership: call(z.object({ lineage }), z.object({ value: z.string().nullable() })),
  dropMembership: call(z.object({ lineage }), z.void()),
  /** Recent workshops on this computer that may be merged with one of that lineage, the newest first. */
  copiesOf: call(
    z.object({ lineage }),
    z.array(z.object({ id: z.string(), name: z.string(), folder: z.string() })),
  ),
}

/** What a workshop window is to join as soon as it is there. */
export const joinWish = z.object({
  /** The invitation's link, as the person gave it. */
  invitation: z.string().min(1).max(4000),
  /** What they want to be called. */
  as: z.string().trim().min(1).max(60),
})
export type JoinWish = z.infer<typeof joinWish>

/** What main tells a window about sessions. */
export const sessionEvents = [
  /** This computer's own server is gone; it is started again by itself. */
  z.object({ event: z.literal('hostLost') }),
  /** It runs again, or has other addresses than before. Rooms must be opened again. */
  hostAddresses.extend({ event: z.literal('hostBack'), room: roomId }),
  /** It cannot be started again. */
  z.object({ event: z.literal('hostFailed'), code: errorCode }),
  /** The user wants to join a session with the workshop that this window shows already. */
  z.object({ event: z.literal('join'), wish: joinWish }),
] as const
