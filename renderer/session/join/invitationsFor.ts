import type { Health } from '../../../shared/session/signallingFrame.ts'
import { secretOfWords } from '../../../shared/session/invite.ts'
import type { Invitation } from '../../../shared/session/invitation.ts'
import type { GivenInvitation } from './readInvitation.ts'

/**
 * The invitations that what somebody was given may be: one for a link; for words one for each session that the server at
 * their address says is open, of a role that is found out inside; nothing if no server of ours answers there. Takes some 100 ms for each: words are stretched.
 */
export async function invitationsFor(
  given: GivenInvitation,
  ask: (origin: string) => Promise<Pick<Health, 'open'> | null>,
): Promise<readonly Invitation[] | undefined> {
  if (given.kind === 'link') return [given.invitation]
  const { server, words } = given
  return (await ask(server))?.open.flatMap((room) => {
    const secret = secretOfWords(words, room)
    return secret === undefined ? [] : [{ v: 1, room, secret, servers: [server], role: 'participant' }]
  })
}
