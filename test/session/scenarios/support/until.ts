const STEP_MS = 50

/** Waits until it holds; resolves to how long that took, ms, or to nothing if it did not within so many ms. */
export async function held(holds: () => Promise<boolean>, ms: number): Promise<number | undefined> {
  const start = performance.now()
  for (;;) {
    if (await holds().catch(() => false)) return performance.now() - start
    if (performance.now() - start > ms) return undefined
    await pause(STEP_MS)
  }
}

/** The same, for what must hold. */
export async function until(what: string, holds: () => Promise<boolean>, ms: number): Promise<number> {
  const took = await held(holds, ms)
  if (took === undefined) throw new Error(`Not within ${ms} ms: ${what}`)
  return took
}

/** Lets time pass, for what is measured over time. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
