import type { JoinWish } from '../../../../shared/ipc/sessionCalls.ts'
import { invitationIn } from '../../../../shared/session/invite.ts'
import type { KeptSession } from '../../../../shared/session/keptSession.ts'
import type { Entry } from './createLiveControl.ts'

/** How a window comes into the session that it is to join: without a knock if it was let in before. Nothing for a broken link. */
export function entryOf({ invitation: link }: JoinWish, kept: KeptSession | null): Entry | undefined {
  const invitation = invitationIn(link)
  if (!invitation) return undefined
  return kept?.room === invitation.room ? { membership: kept } : { invitation }
}
