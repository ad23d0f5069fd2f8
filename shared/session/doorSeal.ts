import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64url, toBase64url } from '../util/base64url.ts'
import { canonical } from './canonical.ts'
import {
  DOOR,
  doorAnswer,
  knock as knockSchema,
  MOST_DOOR_BYTES,
  type DoorAnswer,
  type Knock,
} from './doorMessage.ts'
import { identityOf, isSignedBy, newSecretKey, type Identity } from './identity.ts'
import { secretBytes } from './invite.ts'
import { jsonBytes, jsonIn } from './json.ts'
import { keyFor, seal, unseal } from './seal.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Bytes of a compressed point. */
const POINT = 33

const packetOf = (...parts: readonly Uint8Array[]): Bytes =>
  new Uint8Array(concatBytes(Uint8Array.of(DOOR), ...parts))

/** What a door packet holds; nothing if it is none. */
function contentOf(packet: Bytes): Bytes | undefined {
  return packet[0] === DOOR && packet.length <= MOST_DOOR_BYTES ? packet.subarray(1) : undefined
}

/** What is sealed at the door is worth nothing elsewhere, later, or in the other direction. */
const context = (direction: 'knock' | 'answer', challenge: string): Uint8Array =>
  utf8ToBytes(`throughline ${direction} ${challenge}`)

export const newChallenge = (): string => toBase64url(randomBytes(24))
export const challengePacket = (challenge: string): Bytes =>
  packetOf(jsonBytes({ kind: 'challenge', challenge }))

export function challengeIn(packet: Bytes): string | undefined {
  const content = contentOf(packet)
  const parsed = content && doorAnswer.safeParse(jsonIn(content))
  return parsed?.success && parsed.data.kind === 'challenge' ? parsed.data.challenge : undefined
}

export type KnockClaims = Omit<Knock, 'kind' | 'key' | 'proof'>

/** A knock, signed by whoever knocks and sealed for those who know the same secret (base64url). */
export function sealKnock(secret: string, identity: Identity, claims: KnockClaims): Bytes {
  const content: Omit<Knock, 'proof'> = { kind: 'knock', key: identity.key, ...claims }
  const knock: Knock = { ...content, proof: identity.sign(canonical({ knock: content })) }
  const key = keyFor(secretBytes(secret), 'door')
  return packetOf(seal(key, jsonBytes(knock), context('knock', claims.challenge)))
}

/** A knock that was sealed with this secret in answer to this challenge, proven to come from the one it names. */
export function unsealKnock(secret: string, challenge: string, packet: Bytes): Knock | undefined {
  const sealed = contentOf(packet)
  const plain = sealed && unseal(keyFor(secretBytes(secret), 'door'), sealed, context('knock', challenge))
  const parsed = plain && knockSchema.safeParse(jsonIn(plain))
  if (!parsed?.success || parsed.data.challenge !== challenge) return undefined
  const { proof, ...content } = parsed.data
  return isSignedBy(content.key, canonical({ knock: content }), proof) ? parsed.data : undefined
}

/** Seals answers so that only the one who knocked can read them, whoever else has the invitation. */
export function answerSealer(secret: string, { key, challenge }: Knock): (answer: DoorAnswer) => Bytes {
  const ephemeral = identityOf(newSecretKey())
  const sealing = answerKey(secret, ephemeral.agree(key))
  const point = fromBase64url(ephemeral.key) ?? new Uint8Array()
  return (answer) => packetOf(point, seal(sealing, jsonBytes(answer), context('answer', challenge)))
}

/** Reads such answers; nothing if they are not for this knocker in answer to this challenge. */
export function answerReader(
  secret: string,
  identity: Identity,
  challenge: string,
): (packet: Bytes) => DoorAnswer | undefined {
  return (packet) => {
    const content = contentOf(packet)
    if (!content || content.length < POINT) return undefined
    try {
      const key = answerKey(secret, identity.agree(toBase64url(content.subarray(0, POINT))))
      const plain = unseal(key, content.subarray(POINT), context('answer', challenge))
      return plain && doorAnswer.safeParse(jsonIn(plain)).data
    } catch {
      // No point of the curve.
      return undefined
    }
  }
}

const answerKey = (secret: string, shared: Uint8Array): Uint8Array =>
  keyFor(concatBytes(secretBytes(secret), shared), 'door answer')
