import { epochSecret } from '../../../shared/session/epochSecret.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import type { Door, WayIn } from '../../../shared/session/invitation.ts'
import { newWords, secretBytes } from '../../../shared/session/invite.ts'
import { ROLES, type Role } from '../../../shared/session/role.ts'
import { hashOfToken, randomText, tokenOf } from '../../../shared/session/seal.ts'
import { fromBase64url } from '../../../shared/util/base64url.ts'

/** What a secret opens: a place at the server, and a door at the host. */
export interface Entrance {
  readonly secret: string
  readonly token: string
  /** What the server is told of the token. */
  readonly hash: string
}

export const entranceBy = (secret: string): Entrance => {
  const token = tokenOf(secretBytes(secret))
  return { secret, token, hash: hashOfToken(token) }
}

/** One door at the host: by an invitation, or that of members who come back. */
export interface HostEntrance extends Entrance {
  readonly way: WayIn | undefined
}

/** All entrances of a session now: of each invitation its link's and its words', and the members' by what they know. */
export function entrancesOf(ways: readonly WayIn[], secrets: readonly string[]): readonly HostEntrance[] {
  const invited = ways.flatMap((way) => [
    { ...entranceBy(way.invitation.secret), way },
    { ...entranceBy(way.spoken), way },
  ])
  return [...invited, ...secrets.map((secret) => ({ ...entranceBy(secret), way: undefined }))]
}

/** What makes the secret of spoken words: slow on purpose, see `secretOfWords`. */
export type Stretch = (words: string, room: RoomId) => Promise<string | undefined>

/** New ways in, one for each role. Takes about half a second of work for each, with pauses. */
export const newWays = (
  room: RoomId,
  servers: readonly string[],
  doors: Readonly<Record<Role, Door>>,
  stretch: Stretch,
): Promise<WayIn[]> => Promise.all(ROLES.map((role) => newWay(room, servers, role, doors[role], stretch)))

async function newWay(
  room: RoomId,
  servers: readonly string[],
  role: Role,
  door: Door,
  stretch: Stretch,
): Promise<WayIn> {
  const words = newWords(fromBase64url(randomText(8)) ?? new Uint8Array())
  const spoken = await stretch(words, room)
  if (!spoken) throw new Error('Expected words of ours')
  return {
    invitation: { v: 1, room, secret: randomText(16), servers: [...servers], role },
    door,
    words,
    spoken,
  }
}

export const newEpochSecret = (): string => epochSecret.parse(randomText(32))
