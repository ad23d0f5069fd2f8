import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64url, toBase64url } from '../util/base64url.ts'
import type { PersonId, RoomId } from './ids.ts'

/** Somebody's key pair: ECDSA and ECDH on P-256. In plain JavaScript, because pages that came over http have no `crypto.subtle`. */
export interface Identity {
  /** The public key: a compressed point, base64url. */
  readonly key: string
  readonly person: PersonId
  /** Compact signature over SHA-256 of the message, base64url. */
  sign(message: Uint8Array): string
  /** The 32 bytes that only the two of us know (ECDH, x coordinate). Throws if `theirs` is no point of the curve. */
  agree(theirs: string): Uint8Array
}

/** 32 bytes, base64url: to be kept, and shown to nobody. */
export const newSecretKey = (): string => toBase64url(p256.utils.randomSecretKey())

/** Throws if it is not a secret key. */
export function identityOf(secretKey: string): Identity {
  const secret = fromBase64url(secretKey)
  if (!secret) throw new Error('Expected a secret key')
  const key = toBase64url(p256.getPublicKey(secret))
  return {
    key,
    person: personOf(key),
    sign: (message) => toBase64url(p256.sign(message, secret)),
    agree(theirs) {
      const point = fromBase64url(theirs)
      if (!point) throw new Error('Expected a public key')
      return p256.getSharedSecret(secret, point).subarray(1)
    },
  }
}

/** Never throws: nonsense is no signature. */
export function isSignedBy(key: string, message: Uint8Array, signature: string): boolean {
  const [point, bytes] = [fromBase64url(key), fromBase64url(signature)]
  if (!point || !bytes) return false
  try {
    return p256.verify(bytes, message, point)
  } catch {
    return false
  }
}

const idOf = (key: string): string =>
  toBase64url(sha256(fromBase64url(key) ?? new Uint8Array()).subarray(0, 16))

export const personOf = (key: string): PersonId => idOf(key) as PersonId
export const roomOf = (key: string): RoomId => idOf(key) as RoomId
