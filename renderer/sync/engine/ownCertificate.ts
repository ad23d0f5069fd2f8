import { MOST_PERSON_COLORS, type Certificate } from '../../../shared/session/certificate.ts'
import { certify, type Claims } from '../../../shared/session/certify.ts'
import { doorKey } from '../../../shared/session/engine/doorKey.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Invitation } from '../../../shared/session/invitation.ts'
import { fromBase64url } from '../../../shared/util/base64url.ts'
import type { EngineSessionOptions } from './engineOptions.ts'

/** Whoever has an invitation has its key, and lets themselves in with it. */
export function ownCertificate(
  {
    identity,
    displayName,
    kind,
    surroundings,
  }: Pick<EngineSessionOptions, 'identity' | 'displayName' | 'kind'> & {
    readonly surroundings: Pick<EngineSessionOptions['surroundings'], 'date'>
  },
  { room, role, secret }: Pick<Invitation, 'room' | 'role' | 'secret'>,
): Certificate {
  const claims: Claims = {
    room,
    role,
    kind,
    key: identity.key,
    name: displayName,
    host: false,
    color: colorOf(identity.person),
    at: surroundings.date(),
  }
  return certify(doorKey(secret), claims)
}

/** Nobody is there to hand out colours: twelve of them, by the person's id. */
export const colorOf = (person: PersonId): number => (fromBase64url(person)?.[0] ?? 0) % MOST_PERSON_COLORS
