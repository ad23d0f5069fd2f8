import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64url } from '../util/base64url.ts'
import { isSignedBy } from './identity.ts'

/** More than a session has certificates and policies. */
const MOST_KNOWN = 2000

const known = new Set<string>()

/**
 * `isSignedBy` for what is asked about again and again: certificates, whenever a policy changes. A signature takes 3 ms to look at,
 * and what was good once stays good. Only good ones are remembered, the newest.
 */
export function rememberSigned(key: string, message: Uint8Array, signature: string): boolean {
  const id = toBase64url(sha256(concatBytes(utf8ToBytes(`${key} ${signature} `), message)))
  const good = known.delete(id) || isSignedBy(key, message, signature)
  if (!good) return false
  known.add(id)
  for (const oldest of known) {
    if (known.size <= MOST_KNOWN) break
    known.delete(oldest)
  }
  return true
}
