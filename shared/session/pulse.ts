import type { Clock } from './clock.ts'
import { pingFrame } from './frames.ts'
import type { LinkTimes } from './linkOptions.ts'
import { HIGH } from './sendQueue.ts'

/** Pings whose answers are still worth something. */
const MOST_ASKED = 10

/** Whether somebody is still there, and how far away. */
export interface Pulse {
  hear(): void
  heardAt(): number
  roundTrip(): number | undefined
  /** No ping is put on top of what does not get away: it would only measure that. */
  mayAsk(buffered: number): boolean
  ask(): Uint8Array<ArrayBuffer>
  answer(turn: number): Uint8Array<ArrayBuffer>
  heardAnswer(turn: number): void
  /** To be asked regularly. */
  isSilent(): boolean
}

export function createPulse(clock: Clock, times: LinkTimes): Pulse {
  const asked = new Map<number, number>()
  let heard = clock.now()
  let looked = clock.now()
  let patientUntil = 0
  let turn = 0
  let roundTrip: number | undefined
  return {
    hear() {
      heard = clock.now()
    },
    heardAt: () => heard,
    roundTrip: () => roundTrip,
    mayAsk: (buffered) => buffered < 2 * HIGH,
    ask() {
      turn = (turn + 1) >>> 0
      asked.set(turn, clock.now())
      asked.delete(turn - MOST_ASKED)
      return pingFrame('ping', turn)
    },
    answer: (given) => pingFrame('pong', given),
    heardAnswer(given) {
      const at = asked.get(given)
      if (at === undefined) return
      asked.delete(given)
      roundTrip = clock.now() - at
    },
    isSilent() {
      const now = clock.now()
      // Whoever slept or was busy has not listened either: what came meanwhile is still to be read.
      if (now - looked > 2.5 * times.ping) patientUntil = now + times.silent
      looked = now
      return now - heard > times.silent && now >= patientUntil
    },
  }
}
