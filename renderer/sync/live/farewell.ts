import type { SessionCore } from './core.ts'

/** How long what was said last may take to leave, ms. */
const FAREWELL_MS = 200
/** How long whoever keeps no file stays until others have all that they did, ms. */
const MOST_MS = 4000

/** What was done last still leaves; from a page that keeps nothing, until it has arrived. */
export async function farewell({ options, peers, imageSync }: SessionCore): Promise<void> {
  const most = options.persisted ? FAREWELL_MS : MOST_MS
  const hasArrived = (): boolean =>
    peers.all().every(({ content }) => content?.doc.hasMine() !== false) && imageSync.hasMine()
  for (let waited = 0; waited < most; waited += FAREWELL_MS) {
    await new Promise<void>((resolve) => options.surroundings.clock.after(FAREWELL_MS, resolve))
    if (hasArrived()) return
  }
}
