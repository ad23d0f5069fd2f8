import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64url } from '../util/base64url.ts'

/** Bytes of the random nonce before a sealed message. */
const NONCE = 24

/** 32 bytes that follow from `secret` and say what they are for (HKDF-SHA256, RFC 5869, without salt). */
export const keyFor = (secret: Uint8Array, purpose: string): Uint8Array =>
  hkdf(sha256, secret, undefined, utf8ToBytes(`throughline ${purpose}`), 32)

/** Encrypts and authenticates with a 32-byte key (XChaCha20-Poly1305): nonce, then ciphertext and tag. */
export function seal(key: Uint8Array, message: Uint8Array, context?: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE)
  return new Uint8Array(concatBytes(nonce, xchacha20poly1305(key, nonce, context).encrypt(message)))
}

/** What was sealed with this key and context; nothing if it was not. */
export function unseal(
  key: Uint8Array,
  sealed: Uint8Array,
  context?: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  if (sealed.length < NONCE + 16) return undefined
  try {
    return new Uint8Array(
      xchacha20poly1305(key, sealed.subarray(0, NONCE), context).decrypt(sealed.subarray(NONCE)),
    )
  } catch {
    return undefined
  }
}

/** A token that shows knowledge of `secret` without giving it away, base64url. See `signallingFrame.ts`. */
export const tokenOf = (secret: Uint8Array): string => toBase64url(hmac(sha256, secret, utf8ToBytes('token')))

/** What a server is told of a token, so that it need not know the token itself. */
export const hashOfToken = (token: string): string => toBase64url(sha256(utf8ToBytes(token)))

/** `bytes` random bytes, base64url. */
export const randomText = (bytes: number): string => toBase64url(randomBytes(bytes))
