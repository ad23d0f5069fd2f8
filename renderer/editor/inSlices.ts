/** Lets input and painting go first. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Work between two breaths of the window, in ms: half a frame. */
const SLICE_MS = 8

/**
 * Makes something of each item, in slices between which the window stays alive. Resolves to nothing if it was stopped.
 * `onProgress` is told how far it is, 0 to 1.
 */
export async function inSlices<I, O>(
  items: readonly I[],
  make: (item: I) => O,
  {
    onProgress,
    signal,
  }: { readonly onProgress?: (share: number) => void; readonly signal?: AbortSignal } = {},
): Promise<O[] | undefined> {
  const made: O[] = []
  let sliceEnds = performance.now() + SLICE_MS
  for (const item of items) {
    made.push(make(item))
    if (performance.now() < sliceEnds) continue
    onProgress?.(made.length / items.length)
    await nextTask()
    if (signal?.aborted) return undefined
    sliceEnds = performance.now() + SLICE_MS
  }
  return made
}
