/** Waits until it holds, looking every few ms; throws if it does not in time. Says how long it took, ms. */
export async function until(what: () => string, holds: () => boolean, most = 10_000): Promise<number> {
  const began = performance.now()
  while (!holds()) {
    if (performance.now() - began > most) throw new Error(`Expected ${what()} within ${most} ms`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return performance.now() - began
}
