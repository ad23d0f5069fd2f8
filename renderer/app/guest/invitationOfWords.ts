import type { Invitation } from '../../../shared/session/invitation.ts'
import { secretOfWords } from '../../../shared/session/invite.ts'
import { health } from '../../../shared/session/signallingFrame.ts'

/** What words stand for in the session that this page's server holds; what is wrong with them if that is nothing. */
export async function invitationOfWords(words: string): Promise<Invitation | 'bad' | 'nowhere'> {
  const parsed = health.safeParse(await fetchHealth())
  const [room] = parsed.success ? parsed.data.open : []
  if (room === undefined) return 'nowhere'
  const secret = secretOfWords(words, room)
  // The host knows the role by the words.
  return secret === undefined
    ? 'bad'
    : { v: 1, room, secret, servers: [location.origin], role: 'participant' }
}

async function fetchHealth(): Promise<unknown> {
  try {
    return await (await fetch('/health')).json()
  } catch {
    return undefined // as from a server that holds no session
  }
}
