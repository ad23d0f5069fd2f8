import type { Clock } from '../../shared/session/clock.ts'

interface Due {
  readonly at: number
  readonly run: () => void
}

export interface VirtualClock extends Clock {
  /** Lets so many ms pass: everything due in them runs, in order of time, and of asking where times are equal. */
  advance(ms: number): void
  /** The same, and whatever waits for promises gets its turn after each step. */
  run(ms: number): Promise<void>
  /** Lets time pass until something holds; false if it does not after `atMost` ms. */
  until(holds: () => boolean, atMost: number): boolean
}

/** Time that passes only when it is told to: the same simulation always runs the same way. */
export function virtualClock(): VirtualClock {
  let now = 0
  const due: Due[] = []
  function step(end: number): boolean {
    const first = due[0]
    if (!first || first.at > end) return false
    due.shift()
    now = first.at
    first.run()
    return true
  }
  return {
    now: () => now,
    after(ms, run) {
      const one = { at: now + Math.max(0, ms), run }
      due.splice(placeOf(due, one.at), 0, one)
      return () => {
        const at = due.indexOf(one)
        if (at >= 0) due.splice(at, 1)
      }
    },
    advance(ms) {
      const end = now + ms
      while (step(end));
      now = end
    },
    async run(ms) {
      const end = now + ms
      await promises()
      while (step(end)) await promises()
      now = end
    },
    until(holds, atMost) {
      const end = now + atMost
      while (!holds()) if (!step(end)) return false
      return true
    },
  }
}

/** After everything that is due by then. */
function placeOf(due: readonly Due[], at: number): number {
  let [low, high] = [0, due.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((due[middle]?.at ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Chains of a few promises have run when this resolves. */
const promises = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
