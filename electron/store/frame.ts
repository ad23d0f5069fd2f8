import { hash } from 'node:crypto'

const MAGIC = Buffer.from('\x89JMUPD1\n', 'latin1')
const LENGTH_AT = MAGIC.length
const DIGEST_AT = LENGTH_AT + 4
const DIGEST_BYTES = 16
const UPDATE_AT = DIGEST_AT + DIGEST_BYTES

/**
 * One Yjs update (v1) as it lies in a file: `89 'JMUPD1' 0A | u32 length | 16 bytes of SHA-256 | update`, numbers
 * with the high byte first. The mark and the digest let whole updates be found again in a damaged file.
 */
export type Frame = Uint8Array

/** Wraps an update for writing. */
export function encodeFrame(update: Uint8Array): Frame {
  const frame = Buffer.allocUnsafe(UPDATE_AT + update.length)
  MAGIC.copy(frame)
  frame.writeUInt32BE(update.length, LENGTH_AT)
  digest(update).copy(frame, DIGEST_AT)
  frame.set(update, UPDATE_AT)
  return frame
}

/** The update inside, in memory of its own; null if this is not exactly one whole, unharmed frame. */
export function decodeFrame(frame: unknown): Uint8Array<ArrayBuffer> | null {
  if (!(frame instanceof Uint8Array)) return null
  const bytes = asBuffer(frame)
  const isWhole = bytes.length > 0 && frameLength(bytes, 0) === bytes.length
  return isWhole ? new Uint8Array(bytes.subarray(UPDATE_AT)) : null
}

/** Names a frame by its content: equal updates have equal names. */
export function frameName(frame: Frame): string {
  return asBuffer(frame).toString('latin1', DIGEST_AT, UPDATE_AT)
}

/** Every whole frame in `bytes`, in order. What is torn or harmed is passed over. */
export function findFrames(bytes: Uint8Array): Frame[] {
  const buffer = asBuffer(bytes)
  const frames: Frame[] = []
  let at = buffer.indexOf(MAGIC)
  while (at >= 0) {
    const length = frameLength(buffer, at)
    if (length > 0) frames.push(new Uint8Array(buffer.subarray(at, at + length)))
    at = buffer.indexOf(MAGIC, at + (length || 1))
  }
  return frames
}

/** Length in bytes of the whole, unharmed frame that begins at `at`; 0 if there is none. */
function frameLength(bytes: Buffer, at: number): number {
  if (bytes.length - at < UPDATE_AT || bytes.compare(MAGIC, 0, MAGIC.length, at, at + MAGIC.length) !== 0)
    return 0
  const end = at + UPDATE_AT + bytes.readUInt32BE(at + LENGTH_AT)
  if (end > bytes.length) return 0
  const expected = bytes.subarray(at + DIGEST_AT, at + UPDATE_AT)
  return digest(bytes.subarray(at + UPDATE_AT, end)).equals(expected) ? end - at : 0
}

const digest = (update: Uint8Array): Buffer => hash('sha256', update, 'buffer').subarray(0, DIGEST_BYTES)

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
