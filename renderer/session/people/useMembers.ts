import type { PersonId } from '../../../shared/session/ids.ts'
import type { LiveSession, Member } from '../../sync/liveSession.ts'
import type { Readable } from '../duringLive.ts'
import { useLive } from '../useLive.ts'

const NOBODY: readonly Member[] = []

/** Everybody in the session, and those who were; nobody while there is none. */
export const useMembers = (live: Readable<LiveSession | null>): readonly Member[] =>
  useLive(live, ({ members }) => members, NOBODY)

/** Somebody of the session. */
export function useMember(live: Readable<LiveSession | null>, person: PersonId | null): Member | undefined {
  return useMembers(live).find((member) => member.person === person)
}
