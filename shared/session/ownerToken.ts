import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64url } from '../util/base64url.ts'
import type { RoomId } from './ids.ts'

/** How long an owner's token is good, s. */
export const OWNER_TOKEN_SECONDS = 24 * 60 * 60

/**
 * A token that opens a room at the server with this key, and connects to its /hub (see `signallingFrame.ts`). `now` is in ms
 * since 1970.
 */
export const ownerToken = (
  serverKey: string,
  room: RoomId,
  now: number,
  seconds = OWNER_TOKEN_SECONDS,
): string => {
  const expiry = Math.floor(now / 1000) + seconds
  return `o.${expiry}.${proofOf(serverKey, room, expiry)}`
}

/** Was this token made with that key for that room, and is it still good? */
export function isOwnerToken(serverKey: string, room: RoomId, token: string, now: number): boolean {
  const [, expiry, proof] = /^o\.(\d{1,12})\.([\w-]{43})$/.exec(token) ?? []
  if (expiry === undefined || proof === undefined) return false
  const isProven = isSame(proof, proofOf(serverKey, room, Number(expiry)))
  return isProven && Number(expiry) * 1000 > now
}

const proofOf = (serverKey: string, room: string, expiry: number): string =>
  toBase64url(hmac(sha256, utf8ToBytes(serverKey), utf8ToBytes(`owner|${room}|${expiry}`)))

/** In a time that says nothing of where two texts differ. */
function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}
