import { keyFor } from '../../../shared/session/seal.ts'
import { fromBase64url, toBase64url } from '../../../shared/util/base64url.ts'
import type { RoomId } from '../../../shared/session/ids.ts'

/** What signalling of one epoch goes by. Both follow from the epoch's secret, and say nothing about it. */
export interface MeshNames {
  /** Where peers find each other at a signalling server. Begins with the room's id: servers insist on that. */
  readonly topic: string
  /** y-webrtc encrypts what peers signal with a key made from it. */
  readonly password: string
}

export function meshNames(room: RoomId, secret: string): MeshNames {
  const bytes = fromBase64url(secret)
  if (!bytes) throw new Error('Expected a secret')
  return {
    topic: `${room}/${toBase64url(keyFor(bytes, 'topic'))}`,
    password: toBase64url(keyFor(bytes, 'signalling')),
  }
}

/** The key that y-webrtc 10.3.0 derives from a password (its `crypto.js`): AES-GCM, by PBKDF2 with the room's name as salt. */
export async function signallingKey(password: string, roomName: string): Promise<CryptoKey> {
  const encoder = new TextEncoder()
  const material = await crypto.subtle.importKey('raw', encoder.encode(password), 'PBKDF2', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', salt: encoder.encode(roomName), iterations: 100_000, hash: 'SHA-256' },
    material,
    { name: 'AES-GCM', length: 256 },
    true,
    ['encrypt', 'decrypt'],
  )
}
