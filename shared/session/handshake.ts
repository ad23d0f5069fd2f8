import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { fromBase64url, toBase64url } from '../util/base64url.ts'
import { canonical } from './canonical.ts'
import { chain as chainSchema, signature, type Chain } from './certificate.ts'
import { provenBy } from './certify.ts'
import { HELLO, parseFrame, PROOF } from './frames.ts'
import { identityOf, isSignedBy, newSecretKey, type Identity } from './identity.ts'
import type { RoomId } from './ids.ts'
import { jsonBytes, jsonIn } from './json.ts'
import type { LinkEnd, LinkPeer } from './link.ts'
import { openCipher, packetCipher, type PacketCipher } from './packetCipher.ts'
import type { Policy } from './policy.ts'

/*
 * How two ends prove who they are. HELLO: u8 kind, u8 version, 32 random bytes, ephemeral P-256 key (33 bytes), in the clear.
 * PROOF: u8 kind, JSON of chain and signature. The signature is over both hellos, the room and the ends of the pipe, the signer's
 * own first, so that it is worth nothing anywhere else. Where the pipe names no ends, PROOF and all that follows are
 * encrypted with keys that follow from the ephemeral ones: names are shown to nobody on the way.
 */
const VERSION = 1
const NONCE = 32
const POINT = 33
const HELLO_BYTES = 2 + NONCE + POINT
/** Longest PROOF, bytes: two certificates with names of 60 characters are about 1 KB. */
const MOST_PROOF = 8 * 1024

type Bytes = Uint8Array<ArrayBuffer>

export interface HandshakeOptions {
  readonly identity: Identity
  readonly chain: Chain
  readonly room: RoomId
  readonly policy: () => Policy | undefined
  /** Of the pipe. */
  readonly binding?: readonly [mine: string, theirs: string] | undefined
  /** Shows its own certificate only to those who have shown a good one of theirs. Not both ends can. */
  readonly shy?: boolean | undefined
}

export type HandshakeStep =
  | { readonly kind: 'broken' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'bye'; readonly why: LinkEnd }
  | { readonly kind: 'more'; readonly send: readonly Bytes[] }
  | {
      readonly kind: 'proven'
      readonly send: readonly Bytes[]
      readonly peer: LinkPeer
      readonly chain: Chain
    }

export interface Handshake {
  /** To be sent first. */
  readonly hello: Bytes
  /** What comes of the next packet from the other side. */
  take(packet: Bytes): HandshakeStep
  /** For whatever is sent and received once both hellos are known. */
  cipher(): PacketCipher | undefined
}

const proof = z.object({ chain: chainSchema, signature })

/** One end of it. */
export function createHandshake(options: HandshakeOptions): Handshake {
  if (options.binding?.includes('')) throw new Error('Expected names of both ends of the pipe')
  const ephemeral = identityOf(newSecretKey())
  const point = fromBase64url(ephemeral.key) ?? new Uint8Array()
  const hello = new Uint8Array(concatBytes(Uint8Array.of(HELLO, VERSION), randomBytes(NONCE), point))
  let theirs: Bytes | undefined
  let cipher: PacketCipher | undefined

  function takeHello(packet: Bytes): HandshakeStep {
    if (packet.length !== HELLO_BYTES || packet[0] !== HELLO || packet[1] !== VERSION) return BROKEN
    const key = toBase64url(packet.subarray(2 + NONCE))
    if (key === ephemeral.key) return BROKEN
    try {
      cipher = options.binding ? openCipher : cipherOf(options.room, hello, packet, ephemeral.agree(key))
    } catch {
      return BROKEN
    }
    theirs = packet.slice()
    return { kind: 'more', send: options.shy ? [] : [cipher.seal(ownProof(options, hello, theirs))] }
  }

  function takeProof(packet: Bytes, other: Bytes, { open, seal }: PacketCipher): HandshakeStep {
    const opened = packet.length > MOST_PROOF ? undefined : open(packet)
    if (!opened || opened[0] !== PROOF) return farewell(opened)
    const parsed = proof.safeParse(jsonIn(opened.subarray(1)))
    if (!parsed.success) return BROKEN
    const { chain, signature: signed } = parsed.data
    const said = transcript(options, other, hello, options.binding?.toReversed())
    if (!isSignedBy(chain[0].key, said, signed)) return REFUSED
    const peer = provenBy(chain, options.room, options.policy())
    if (!peer) return REFUSED
    const send = options.shy ? [seal(ownProof(options, hello, other))] : []
    return { kind: 'proven', send, peer, chain }
  }

  return {
    hello,
    take: (packet) => (theirs && cipher ? takeProof(packet, theirs, cipher) : takeHello(packet)),
    cipher: () => cipher,
  }
}

const BROKEN: HandshakeStep = { kind: 'broken' }
const REFUSED: HandshakeStep = { kind: 'refused' }

/** Who does not like our proof says so instead of giving theirs. */
function farewell(opened: Bytes | undefined): HandshakeStep {
  const frame = opened && parseFrame(opened)
  return frame?.kind === 'bye' ? frame : BROKEN
}

function ownProof(options: HandshakeOptions, mine: Bytes, theirs: Bytes): Bytes {
  const said = transcript(options, mine, theirs, options.binding)
  const content = { chain: options.chain, signature: options.identity.sign(said) }
  return new Uint8Array(concatBytes(Uint8Array.of(PROOF), jsonBytes(content)))
}

/** What a proof is signed over, in the order of whoever signs. */
function transcript(
  { room }: HandshakeOptions,
  signers: Bytes,
  others: Bytes,
  ends: readonly string[] = [],
): Bytes {
  return canonical({
    link: {
      room,
      hellos: [toBase64url(signers), toBase64url(others)],
      ends: ends.map((end) => end.toLowerCase()),
    },
  })
}

/** A key for each direction, both known to both sides (HKDF-SHA256 of the shared secret, salted with both hellos). */
function cipherOf(room: RoomId, mine: Bytes, theirs: Bytes, shared: Uint8Array): PacketCipher {
  const ordered = [toBase64url(mine), toBase64url(theirs)].toSorted()
  const salt = sha256(canonical({ link: { room, hellos: ordered } }))
  const from = (hello: Bytes): Uint8Array =>
    hkdf(sha256, shared, salt, utf8ToBytes(`throughline link from ${toBase64url(hello)}`), 32)
  return packetCipher(from(mine), from(theirs))
}
