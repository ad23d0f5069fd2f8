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

export interface TestSession {
  readonly room: RoomId
  readonly secret: string
  ticket(name: string, role?: Role, secret?: string): Ticket
  /** A ticket for another session, as who knows its secret would make it without its room key. */
  forged(of: TestSession): Ticket
}

/** A new session whose room key this process keeps. */
export function newSession(): TestSession {
  const roomKey = identityOf(newSecretKey())
  const room = roomOf(roomKey.key)
  const secret = randomText(32)
  let at = 0
  function ticket(name: string, role: Role, known: string, of: RoomId): Ticket {
    const secretKey = newSecretKey()
    const key = identityOf(secretKey).key
    const kind = 'desktop'
    const [host, color] = [role === 'facilitator', at % 12]
    const certificate = certify(roomKey, { room: of, key, name, kind, role, host, color, at: at++ })
    return { room: of, secretKey, chain: [certificate], secret: known }
  }
  return {
    room,
    secret,
    ticket: (name, role = 'facilitator', known = secret) => ticket(name, role, known, room),
    forged: (of) => ticket('Forged', 'facilitator', of.secret, of.room),
  }
}
