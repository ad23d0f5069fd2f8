import { z } from 'zod'
import { canonical } from '../canonical.ts'
import { certificate, signature } from '../certificate.ts'
import type { Certificate } from '../certificate.ts'
import { isSignedBy, type Identity } from '../identity.ts'
import { randomText } from '../seal.ts'
import { charters, type SignedCharter } from './charter.ts'

/** How far the clocks of two computers may be apart, ms. */
export const CLOCKS_APART = 120_000

/** Longest token, characters: two charters of a thousand people each. */
export const MOST_TOKEN = 400_000

/** What somebody shows an engine to be let in: who they are, and that it is they who ask, now, and this very server. */
export const engineToken = z.object({
  v: z.literal(1),
  certificate,
  /** What holds, as far as they know: it opens the room where nobody else has. */
  charters: charters.optional(),
  /** As which client of the document they write. */
  client: z
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  /** Name of the server, without port: so that another server cannot pass this on. */
  host: z.string().max(255),
  /** ms since 1970. */
  at: z.number().int().min(0),
  nonce: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  /** By the key that the certificate is about. */
  proof: signature,
})
export type EngineToken = z.infer<typeof engineToken>

export interface TokenOptions {
  readonly identity: Identity
  readonly certificate: Certificate
  readonly charters: readonly SignedCharter[]
  readonly client: number
  readonly host: string
  readonly at: number
}

export function newEngineToken({ identity, charters: known, ...said }: TokenOptions): EngineToken {
  const content = { v: 1 as const, ...said, nonce: randomText(16) }
  return {
    ...content,
    ...(known.length > 0 && { charters: [...known] }),
    proof: identity.sign(proofOf(content)),
  }
}

/** Is it signed by whom it is about? Takes 3 ms. */
export const isProven = (token: EngineToken): boolean =>
  isSignedBy(token.certificate.key, proofOf(token), token.proof)

const proofOf = ({ certificate: about, client, host, at, nonce }: Omit<EngineToken, 'proof' | 'v'>) =>
  canonical({ engine: { room: about.room, client, host, at, nonce } })
