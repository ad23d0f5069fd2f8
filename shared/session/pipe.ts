/**
 * A line to one other peer that carries whole packets, in order or not at all: a WebRTC data channel, a WebSocket, one guest's
 * part of the host's socket, or a test's pair. What runs over it trusts nothing of what comes out.
 */
export interface Pipe {
  /** Most bytes of one packet that may be sent. */
  readonly mostPacket: number
  /** What names the two ends, as this side saw them (DTLS fingerprints, mine first); nothing where there is no such thing. */
  readonly binding?: readonly [mine: string, theirs: string]
  /** Bytes that were sent and have not left this machine yet. */
  buffered(): number
  /** Throws once the pipe is closed. */
  send(packet: Uint8Array<ArrayBuffer>): void
  /** Ends it; the other side hears of it if it can. Safe to call twice. */
  close(): void
  /** Set once, before anything arrives. */
  onPacket: ((packet: Uint8Array<ArrayBuffer>) => void) | undefined
  /** `buffered` has fallen to where more may be sent. */
  onDrain: (() => void) | undefined
  /** Called once, also after `close`. */
  onClose: (() => void) | undefined
}
