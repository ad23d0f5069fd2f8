import type { Dispose } from '../util/store.ts'

/** Time as sessions see it: the machine's, or a simulation's. */
export interface Clock {
  /** ms since some fixed moment; never runs backwards. */
  now(): number
  /** Runs something once after so many ms, unless it is disposed of before. */
  after(ms: number, run: () => void): Dispose
}

/** Runs something every so many ms until it is disposed of. */
export function every(clock: Clock, ms: number, run: () => void): Dispose {
  let stop = clock.after(ms, again)
  let over = false
  function again(): void {
    run()
    if (!over) stop = clock.after(ms, again)
  }
  return () => {
    over = true
    stop()
  }
}
