import { z } from 'zod'
import { fromBase64url, toBase64url } from '../../util/base64url.ts'
import { invitationSecret } from '../invitation.ts'
import { secretBytes } from '../invite.ts'
import { jsonBytes, jsonIn } from '../json.ts'
import { keyFor, randomText, seal, unseal } from '../seal.ts'
import type { Charter } from './charter.ts'
import { doorKey } from './doorKey.ts'

/** The secret of each role's invitation. */
export const engineSecrets = z.object({
  facilitator: invitationSecret,
  participant: invitationSecret,
  viewer: invitationSecret,
})
export type EngineSecrets = z.infer<typeof engineSecrets>

export const newEngineSecrets = (): EngineSecrets => ({
  facilitator: randomText(16),
  participant: randomText(16),
  viewer: randomText(16),
})

/** What a charter says of the ways in: their keys for everybody, their secrets for whoever has the facilitators'. */
export function waysOf(secrets: EngineSecrets): Pick<Charter, 'doors' | 'ways'> {
  return {
    doors: {
      facilitator: doorKey(secrets.facilitator).key,
      participant: doorKey(secrets.participant).key,
      viewer: doorKey(secrets.viewer).key,
    },
    ways: toBase64url(seal(sealKey(secrets.facilitator), jsonBytes(secrets))),
  }
}

/** The secrets of all invitations; nothing if `secret` is not the facilitators'. */
export function secretsIn({ ways }: Pick<Charter, 'ways'>, secret: string): EngineSecrets | undefined {
  const sealed = fromBase64url(ways)
  const bytes = sealed && unseal(sealKey(secret), sealed)
  return bytes && engineSecrets.safeParse(jsonIn(bytes)).data
}

const sealKey = (secret: string): Uint8Array => keyFor(secretBytes(secret), 'engine ways')
