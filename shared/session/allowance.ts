import type { Lane, LinkPeer } from './link.ts'
import { tokenBucket } from './tokenBucket.ts'

/** How much a peer may send. Both sides know it: who sends keeps well below, who receives closes the link above. */
export interface Allowance {
  /** Frames a second, but not the long ones of the bulk lane. */
  readonly frames: number
  /** Bytes a second: of all lanes but bulk, and of bulk. */
  readonly bytes: number
  readonly bulk: number
  /** Messages a second on the presence lane. More are dropped. */
  readonly presence: number
  /** Longest message of each lane, bytes. */
  readonly most: Readonly<Record<Lane, number>>
}

const KB = 1024
const MB = 1024 * KB

/** Facilitators and hosts: they pass on what others wrote, and give whole documents to those who come. */
const FULL: Allowance = {
  frames: 1500,
  bytes: 16 * MB,
  bulk: 24 * MB,
  presence: 500,
  most: { control: 256 * KB, presence: 64 * KB, doc: 64 * MB, bulk: 64 * MB },
}
const PARTICIPANT: Allowance = {
  frames: 120,
  bytes: 512 * KB,
  bulk: 4 * MB,
  presence: 30,
  most: { control: 64 * KB, presence: 8 * KB, doc: 256 * KB, bulk: 32 * MB },
}
const VIEWER: Allowance = {
  ...PARTICIPANT,
  frames: 60,
  bytes: 128 * KB,
  bulk: 128 * KB,
  most: { ...PARTICIPANT.most, bulk: 64 * KB },
}

export function allowanceOf({ role, certificate }: Pick<LinkPeer, 'role' | 'certificate'>): Allowance {
  if (role === 'facilitator' || certificate.host) return FULL
  return role === 'participant' ? PARTICIPANT : VIEWER
}

/** Seconds of its rate that may come at once: as much as a line lets through that hung just short of `silent`. */
const BURST = 5
/** What a sender keeps to, of what is allowed. */
const KEPT = 0.8
/** Shorter frames of the bulk lane count as frames: they cost as much. */
const LONG = 4 * KB

export interface Meter {
  /** Counts a frame of this lane (or of none); false if it is too much. */
  take(lane: Lane | undefined, bytes: number): boolean
  /** Counts a message on the presence lane; false if it is too much. */
  takePresence(): boolean
  /** ms that a frame of this lane has to wait so as not to be too much. */
  wait(lane: Lane, bytes: number): number
}

/** Measures one direction of one link, for whoever receives (`share` 1) or sends. */
export function createMeter(allowed: Allowance, now: () => number, share: 1 | typeof KEPT = 1): Meter {
  const bucket = (rate: number): ReturnType<typeof tokenBucket> =>
    tokenBucket(rate * share, rate * share * BURST, now)
  const [frames, bytes, bulk] = [bucket(allowed.frames), bucket(allowed.bytes), bucket(allowed.bulk)]
  const presence = tokenBucket(allowed.presence, allowed.presence * BURST, now)
  const isShort = (lane: Lane | undefined, size: number): boolean => lane !== 'bulk' || size < LONG
  return {
    take: (lane, size) =>
      (lane === 'bulk' ? bulk : bytes).take(size) && (!isShort(lane, size) || frames.take(1)),
    takePresence: () => presence.take(1),
    wait: (lane, size) =>
      Math.max((lane === 'bulk' ? bulk : bytes).wait(size), isShort(lane, size) ? frames.wait(1) : 0),
  }
}

/** For a sender: what it may do without ever being too much for an honest receiver. */
export const createPace = (allowed: Allowance, now: () => number): Meter => createMeter(allowed, now, KEPT)
