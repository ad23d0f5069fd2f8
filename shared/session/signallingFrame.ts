import { z } from 'zod'
import { roomId } from './ids.ts'

/*
 * The server (embedded in the app for a LAN, or stand-alone): one port with
 *   GET /            the guest page and its files: a fixed table of buffers, nothing else exists
 *   WS  /signal      y-webrtc's signalling, the four frames below, JSON text
 *   WS  /hub         the host's line: guests' packets, see HUB below, binary
 *   WS  /guest       one guest's line: whole packets, binary, piped to the host
 * all with `?room=<RoomId>&token=<token>`. What crosses it is encrypted end to end; it knows rooms by their ids only.
 *
 * Tokens. `owner`: `o.<expiry s>.<HMAC-SHA256(server key, "owner|room|expiry")>`, base64url: opens a room, may connect to /hub and
 * say which other tokens are good (`accept`). Any other token is good if an owner has named the SHA-256 of it. The app derives them:
 * of an invitation `HMAC(secret, "token")`, of members `HMAC(epoch secret, "token")`. The embedded server's key lives as long
 * as the server; a stand-alone server's is configured, and given to facilitators. At a room that no owner has opened since the
 * server runs nobody is told that their token is wrong, but that there is no host (`noHost`): try again.
 */

/** Longest text frame, and longest binary packet, bytes. */
export const MOST_SIGNAL_BYTES = 64 * 1024
export const MOST_PACKET_BYTES = 64 * 1024

const topic = z.string().min(1).max(128)
const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** What a client may say on /signal. Topics must begin with the room's id. */
export const signallingFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('subscribe'), topics: z.array(topic).max(4) }),
  z.object({ type: z.literal('unsubscribe'), topics: z.array(topic).max(4) }),
  z.object({
    type: z.literal('publish'),
    topic,
    data: z.union([z.string().max(MOST_SIGNAL_BYTES), z.looseObject({})]),
  }),
  z.object({ type: z.literal('ping') }),
])
export type SignallingFrame = z.infer<typeof signallingFrame>

/** What the host says about its room, JSON text on /hub. */
export const ownerFrame = z.discriminatedUnion('type', [
  /** SHA-256 (base64url) of every token that is good from now on; connections with others are closed. */
  z.object({ type: z.literal('accept'), tokens: z.array(hash).max(24) }),
  /** Origins of pages that may connect, besides the server's own: those of earlier hosts. */
  z.object({ type: z.literal('origins'), origins: z.array(z.url().max(200)).max(8) }),
  z.object({ type: z.literal('ping') }),
])
export type OwnerFrame = z.infer<typeof ownerFrame>

/**
 * A binary message on /hub: u8 kind, u32 guest (big endian), payload.
 * open (to the host): payload is JSON `{address, token}`, the latter the SHA-256 (base64url) of the token that the guest came
 * with, so that the host knows by which invitation. data: one packet, both ways. close: both ways. full (to the host): this guest's
 * queue in the server exceeds 1 MiB; room: it has fallen below 256 KiB again.
 */
export const HUB = { open: 1, data: 2, close: 3, full: 4, room: 5 } as const
/** Payload of `open`. */
export const hubOpen = z.object({ address: z.string().max(100), token: hash })

/**
 * What the server answers when it is asked whom it knows: GET /health, no token, no names. `open` are the rooms that one may
 * knock at with spoken words: those of an embedded server that have a host now. A stand-alone server names none.
 */
export const health = z.object({
  ok: z.literal(true),
  rooms: z.number().int(),
  connections: z.number().int(),
  open: z.array(roomId).max(8),
})
export type Health = z.infer<typeof health>

export const serverQuery = z.object({ room: roomId, token: z.string().min(1).max(200) })

/** Codes with which the server closes a WebSocket (RFC 6455: 4000 to 4999 are ours). */
export const CLOSED = {
  badFrame: 4400,
  notAllowed: 4403,
  noHost: 4404,
  replaced: 4409,
  tooMany: 4429,
  revoked: 4410,
} as const
