import { p256 } from '@noble/curves/nist.js'
import { toBase64url } from '../../util/base64url.ts'
import { identityOf, type Identity } from '../identity.ts'
import { secretBytes } from '../invite.ts'
import { keyFor } from '../seal.ts'

/** The key pair that an invitation's secret stands for in an engine's session: who has one has the other. */
export function doorKey(secret: string): Identity {
  const bytes = secretBytes(secret)
  // One in 2^32 strings of 32 bytes is no secret key of P-256; then it is the next one.
  for (let turn = 0; ; turn++) {
    const key = keyFor(bytes, `engine door ${turn}`)
    if (p256.utils.isValidSecretKey(key)) return identityOf(toBase64url(key))
  }
}
