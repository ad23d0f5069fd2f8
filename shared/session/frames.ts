import { LANES, type Lane, type LinkEnd } from './link.ts'

/*
 * What a link puts into packets once both sides have said hello. u8 kind, then: WHOLE u8 lane, message. BEGIN u8 lane, u32 total,
 * first part. CONT and END u8 lane, part. PING and PONG u32 turn. BYE u8 reason. Numbers are big endian.
 */
export const HELLO = 1
export const PROOF = 2
const WHOLE = 3
const BEGIN = 4
const CONT = 5
const END = 6
const PING = 7
const PONG = 8
const BYE = 9

/** Most bytes of a message in one frame: longer ones are cut, so that something urgent waits for no more than this. */
export const CHUNK = 16 * 1024
/** Most bytes of a frame besides its part of a message. */
export const FRAME_HEAD = 6

type Bytes = Uint8Array<ArrayBuffer>

export type PartFrame =
  | { readonly kind: 'whole' | 'cont' | 'end'; readonly lane: Lane; readonly part: Bytes }
  | { readonly kind: 'begin'; readonly lane: Lane; readonly total: number; readonly part: Bytes }
export type Frame =
  | PartFrame
  | { readonly kind: 'ping' | 'pong'; readonly turn: number }
  | { readonly kind: 'bye'; readonly why: LinkEnd }

/** In the order of their numbers on the wire. */
const REASONS: readonly LinkEnd[] = ['closed', 'silent', 'refused', 'broken', 'flooded', 'misbehaved']
const PARTS = { whole: WHOLE, cont: CONT, end: END } as const
const KINDS = new Map([
  [WHOLE, 'whole'],
  [CONT, 'cont'],
  [END, 'end'],
] as const)

/** The frame in a packet; nothing if there is none. */
export function parseFrame(packet: Bytes): Frame | undefined {
  const kind = packet[0]
  if (kind === PING || kind === PONG) {
    if (packet.length !== 5) return undefined
    return { kind: kind === PING ? 'ping' : 'pong', turn: readU32(packet, 1) }
  }
  if (kind === BYE) {
    const why = packet.length === 2 ? REASONS[packet[1] ?? -1] : undefined
    return why && { kind: 'bye', why }
  }
  return partIn(packet)
}

function partIn(packet: Bytes): PartFrame | undefined {
  const lane = LANES[packet[1] ?? -1]
  if (!lane) return undefined
  const kind = packet[0] ?? 0
  if (kind === BEGIN) {
    if (packet.length <= FRAME_HEAD) return undefined
    return { kind: 'begin', lane, total: readU32(packet, 2), part: packet.subarray(FRAME_HEAD) }
  }
  const known = KINDS.get(kind as typeof WHOLE)
  if (!known || (packet.length === 2 && known !== 'whole')) return undefined
  return { kind: known, lane, part: packet.subarray(2) }
}

export function partFrame(frame: PartFrame): Bytes {
  const head = frame.kind === 'begin' ? FRAME_HEAD : 2
  const bytes = new Uint8Array(head + frame.part.length)
  bytes[0] = frame.kind === 'begin' ? BEGIN : PARTS[frame.kind]
  bytes[1] = LANES.indexOf(frame.lane)
  if (frame.kind === 'begin') writeU32(bytes, 2, frame.total)
  bytes.set(frame.part, head)
  return bytes
}

/** `turn` is given back by the answer. */
export function pingFrame(kind: 'ping' | 'pong', turn: number): Bytes {
  const bytes = new Uint8Array(5)
  bytes[0] = kind === 'ping' ? PING : PONG
  writeU32(bytes, 1, turn)
  return bytes
}

export const byeFrame = (why: LinkEnd): Bytes => Uint8Array.of(BYE, REASONS.indexOf(why))

const readU32 = (bytes: Bytes, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at)
const writeU32 = (bytes: Bytes, at: number, value: number): void =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length).setUint32(at, value)
