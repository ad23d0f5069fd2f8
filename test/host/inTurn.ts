/** Runs all of them, `atOnce` at a time. */
export async function inTurn(work: ReadonlyArray<() => Promise<unknown>>, atOnce: number): Promise<void> {
  const left = work.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const each of left) await each()
    }),
  )
}
