import { health, type Health } from '../../shared/session/signallingFrame.ts'

/** ms */
const MOST_WAIT = 4000
/** Longest answer that is read, bytes. */
const MOST_ANSWER = 4096

/** What the server at an address says of itself; null if nothing of ours answers there in time. Follows nothing anywhere else. */
export async function askServer(origin: string): Promise<Health | null> {
  try {
    const address = new URL('/health', origin.replace(/^ws/, 'http'))
    const answer = await fetch(address, {
      redirect: 'error',
      credentials: 'omit',
      signal: AbortSignal.timeout(MOST_WAIT),
    })
    if (!answer.ok || !answer.body) return null
    return health.safeParse(JSON.parse(await textOf(answer.body))).data ?? null
  } catch {
    return null // nobody is there, or somebody else
  }
}

async function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > MOST_ANSWER) throw new Error('Too long an answer')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
