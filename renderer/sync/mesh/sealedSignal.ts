import { fromBase64, toBase64 } from 'lib0/buffer'
import { createDecoder, readAny, readVarString, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeAny, writeVarString, writeVarUint8Array } from 'lib0/encoding'
import { z } from 'zod'

const peerId = z.string().min(1).max(64)
const sdp = z.string().max(48 * 1024)

/** What y-webrtc's peers say to each other by way of a signalling server. Everything else that is said there is dropped. */
export const signal = z.discriminatedUnion('type', [
  z.object({ type: z.literal('announce'), from: peerId }),
  z.object({
    type: z.literal('signal'),
    from: peerId,
    to: peerId,
    token: z.number(),
    signal: z.discriminatedUnion('type', [
      z.object({ type: z.literal('offer'), sdp }),
      z.object({ type: z.literal('answer'), sdp }),
      z.object({
        type: z.literal('candidate'),
        candidate: z.object({
          candidate: z.string().max(2048),
          sdpMLineIndex: z.number().int().min(0).max(16).nullable(),
          sdpMid: z.string().max(64).nullable(),
        }),
      }),
    ]),
  }),
])
export type Signal = z.infer<typeof signal>

/** A signal in the form in which y-webrtc 10.3.0 encrypts it for a room with a password. */
export async function sealSignal(message: Signal, key: CryptoKey): Promise<string> {
  const content = createEncoder()
  writeAny(content, message)
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytesOf(content))
  const sealed = createEncoder()
  writeVarString(sealed, 'AES-GCM')
  writeVarUint8Array(sealed, iv)
  writeVarUint8Array(sealed, new Uint8Array(cipher))
  return toBase64(toUint8Array(sealed))
}

/** Reads what somebody published. Never rejects: nothing comes of what was not sealed with this key, or makes no sense. */
export async function openSignal(data: string, key: CryptoKey): Promise<Signal | undefined> {
  try {
    const sealed = createDecoder(fromBase64(data))
    if (readVarString(sealed) !== 'AES-GCM') return undefined
    const iv = new Uint8Array(readVarUint8Array(sealed))
    const cipher = new Uint8Array(readVarUint8Array(sealed))
    const content = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, cipher)
    return signal.safeParse(readAny(createDecoder(new Uint8Array(content)))).data
  } catch {
    return undefined
  }
}

const bytesOf = (encoder: ReturnType<typeof createEncoder>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(toUint8Array(encoder))
