import { certify } from '../../../shared/session/certify.ts'
import type { Chain } from '../../../shared/session/certificate.ts'
import { identityOf, newSecretKey, roomOf } from '../../../shared/session/identity.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import type { Role } from '../../../shared/session/role.ts'
import { randomText } from '../../../shared/session/seal.ts'

/** All that a page needs to be somebody in a session. JSON, so that a runner can hand it to a page. */
export interface Ticket {
  readonly room: RoomId
  /** Of the person. */
  readonly secretKey: string
  readonly chain: Chain
  /** Of the epoch. */
  readonly secret: string
}

/** A new session whose room key this process keeps. */
export function newSession(): {
  readonly room: RoomId
  readonly secret: string
  ticket(name: string, role?: Role, secret?: string): Ticket
} {
  const roomKey = identityOf(newSecretKey())
  const room = roomOf(roomKey.key)
  const secret = randomText(32)
  let at = 0
  return {
    room,
    secret,
    ticket(name, role = 'facilitator', known = secret) {
      const secretKey = newSecretKey()
      const certificate = certify(roomKey, {
        room,
        key: identityOf(secretKey).key,
        name,
        kind: 'desktop',
        role,
        host: role === 'facilitator',
        color: at % 12,
        at: at++,
      })
      return { room, secretKey, chain: [certificate], secret: known }
    },
  }
}
