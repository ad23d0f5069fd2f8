import { linkOf } from '../../../shared/session/invite.ts'
import type { Invitation } from '../../../shared/session/invitation.ts'

const ALONE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Can nobody but this computer reach it? */
export const isAlone = (origin: string): boolean => ALONE.test(hostOf(origin))

/** Not encrypted on its way, so that whoever can change what crosses the network can change the page itself (reliability T17). */
export const isPlain = (origin: string): boolean => origin.startsWith('http://') && !isAlone(origin)

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).hostname : '')

/** Where others can come in: everything but this computer's own name for itself, unless there is nothing else. */
export function reachable(servers: readonly string[]): readonly string[] {
  const others = servers.filter((each) => !isAlone(each))
  return others.length > 0 ? others : servers
}

/** The link that leads to one of its servers first, and knows another one: each more makes the QR code harder to scan. */
export function linkBy(invitation: Invitation, server: string): string {
  const others = invitation.servers.filter((each) => each !== server && !isAlone(each))
  return linkOf({ ...invitation, servers: [server, ...others.slice(0, 1)] })
}
