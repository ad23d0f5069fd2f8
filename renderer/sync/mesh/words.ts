import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'

/** What y-webrtc says on a data channel, as far as it matters here. */
export type Word =
  | { readonly kind: 'step1' }
  | { readonly kind: 'update'; readonly update: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'awareness'; readonly update: Uint8Array<ArrayBuffer> }

// The numbers of y-webrtc 10.3.0 and y-protocols 1.0.7.
const SYNC = 0
const AWARENESS = 1
const STEP_1 = 0
const UPDATE = 2

/** Nothing of what else it may say: answers to what it is never asked, and talk among tabs. */
export function readWord(bytes: Uint8Array): Word | undefined {
  const decoder = createDecoder(bytes)
  const type = readVarUint(decoder)
  if (type === AWARENESS) return { kind: 'awareness', update: new Uint8Array(readVarUint8Array(decoder)) }
  if (type !== SYNC) return undefined
  const step = readVarUint(decoder)
  if (step === STEP_1) return { kind: 'step1' }
  return step === UPDATE ? { kind: 'update', update: new Uint8Array(readVarUint8Array(decoder)) } : undefined
}

/** The same in the form in which y-webrtc hears it from a peer. */
export function wordOf(kind: 'update' | 'awareness', update: Uint8Array): ArrayBuffer {
  const encoder = createEncoder()
  if (kind === 'awareness') writeVarUint(encoder, AWARENESS)
  else {
    writeVarUint(encoder, SYNC)
    writeVarUint(encoder, UPDATE)
  }
  writeVarUint8Array(encoder, update)
  return new Uint8Array(toUint8Array(encoder)).buffer
}
