import type { PartFrame } from './frames.ts'
import type { Lane } from './link.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Memory for messages that are arriving in parts, shared by all links of a session. */
export interface ReassemblyBudget {
  /** False if there is not that much left, bytes. */
  take(bytes: number): boolean
  give(bytes: number): void
}

export function reassemblyBudget(most: number): ReassemblyBudget {
  let taken = 0
  return {
    take(bytes) {
      if (taken + bytes > most) return false
      taken += bytes
      return true
    },
    give(bytes) {
      taken -= bytes
    },
  }
}

export interface Arrival {
  readonly lane: Lane
  /** Bytes so far, and of how many. */
  readonly have: number
  readonly of: number
  /** Once it is whole. */
  readonly message: Bytes | undefined
}

export interface Reassembly {
  /** What has arrived with this frame; nothing if it makes no sense or is more than may be sent. */
  take(frame: PartFrame): Arrival | undefined
  /** Forgets whatever was arriving. */
  dispose(): void
}

interface Growing {
  bytes: Bytes
  have: number
  readonly total: number
}

/** Least memory for a message in parts, bytes. */
const FIRST = 64 * 1024

/**
 * Puts messages together that were cut into frames, one at a time in each lane. What a frame claims about what follows costs
 * nothing: memory grows only as bytes arrive. `most`: bytes of one message, by lane.
 */
export function createReassembly(most: (lane: Lane) => number, budget: ReassemblyBudget): Reassembly {
  const growing = new Map<Lane, Growing>()
  function begin(lane: Lane, total: number, part: Bytes): Arrival | undefined {
    if (growing.has(lane) || total > most(lane) || part.length >= total) return undefined
    const one = { bytes: new Uint8Array(0), have: 0, total }
    growing.set(lane, one)
    return add(lane, one, part)
  }
  function add(lane: Lane, one: Growing, part: Bytes): Arrival | undefined {
    const have = one.have + part.length
    if (have > one.total || !grow(one, have, budget)) return undefined
    one.bytes.set(part, one.have)
    one.have = have
    return { lane, have, of: one.total, message: undefined }
  }
  function end(lane: Lane, one: Growing): Arrival {
    growing.delete(lane)
    budget.give(one.bytes.length)
    return { lane, have: one.total, of: one.total, message: one.bytes }
  }
  function more(frame: PartFrame): Arrival | undefined {
    const one = growing.get(frame.lane)
    if (!one) return undefined
    const arrival = add(frame.lane, one, frame.part)
    const last = one.have === one.total
    if (!arrival || last !== (frame.kind === 'end')) return undefined
    return last ? end(frame.lane, one) : arrival
  }
  return {
    take(frame) {
      const { lane, part } = frame
      if (frame.kind === 'begin') return begin(lane, frame.total, part)
      if (frame.kind !== 'whole') return more(frame)
      if (growing.has(lane) || part.length > most(lane)) return undefined
      return { lane, have: part.length, of: part.length, message: part.slice() }
    },
    dispose() {
      for (const { bytes } of growing.values()) budget.give(bytes.length)
      growing.clear()
    },
  }
}

/** Doubles, up to what was claimed: at most twice as much memory as bytes that have arrived. */
function grow(one: Growing, need: number, budget: ReassemblyBudget): boolean {
  if (need <= one.bytes.length) return true
  const size = Math.min(one.total, Math.max(FIRST, need, 2 * one.bytes.length))
  if (!budget.take(size - one.bytes.length)) return false
  const bytes = new Uint8Array(size)
  bytes.set(one.bytes)
  one.bytes = bytes
  return true
}
