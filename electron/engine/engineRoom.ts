import type { Connection } from '@hocuspocus/server'
import type { Allowance, Meter } from '../../shared/session/allowance.ts'
import type { Certificate } from '../../shared/session/certificate.ts'
import { laterCharter, type Charter, type SignedCharter } from '../../shared/session/engine/charter.ts'
import type { EngineMember, FromEngine } from '../../shared/session/engine/engineMessage.ts'
import { roomOf } from '../../shared/session/identity.ts'
import type { PersonId, RoomId } from '../../shared/session/ids.ts'
import type { Role } from '../../shared/session/role.ts'
import type { RoomImages } from './roomImages.ts'
import type { TokenBucket } from '../../shared/session/tokenBucket.ts'

/** One connection of somebody who was let in. */
export interface Seat {
  readonly person: PersonId
  readonly certificate: Certificate
  /** As which client of the document they write. */
  readonly client: number
  role: Role
  connection: Connection<EngineContext> | undefined
  allowed: Allowance
  meter: Meter
  strikes: number
  /** Cut off: nothing more is heard of this connection. */
  over: boolean
  /** Requests for all that is lacking: they cost most. */
  readonly questions: TokenBucket
  /** Messages of which everybody hears. */
  readonly news: TokenBucket
  /** When they were last asked to bring both into step, ms. */
  askedAt: number
}

/** What Hocuspocus keeps with a connection for us. */
export interface EngineContext {
  readonly seat: Seat
}

/** One session in the engine: what holds, and who is here. The document is Hocuspocus' own. */
export interface EngineRoom {
  readonly room: RoomId
  readonly seats: Set<Seat>
  readonly focus: { step: string | null }
  /** A facilitator has brought what they have since people are here: others come in from then on. */
  readonly state: { awake: boolean; images: RoomImages | undefined }
  /** What is on whose disk: state vectors, base64url. */
  readonly disks: Map<PersonId, string>
  /** Of whom something came that rests on what was not here. */
  readonly early: Set<Seat>
  holds(): Charter | undefined
  /** Enough to open the room elsewhere. */
  charters(): readonly SignedCharter[]
  /** Takes those that are genuine and newer; says whether there was one. */
  take(given: readonly SignedCharter[]): boolean
  tell(message: FromEngine, to?: Iterable<Seat>): void
  members(): EngineMember[]
}

export function createEngineRoom(room: RoomId): EngineRoom {
  let root: SignedCharter | undefined
  let newest: SignedCharter | undefined
  const seats = new Set<Seat>()
  return {
    room,
    seats,
    focus: { step: null },
    state: { awake: false, images: undefined },
    disks: new Map(),
    early: new Set(),
    holds: () => newest?.charter,
    charters: () => [...new Set([root, newest])].flatMap((each) => each ?? []),
    take(given) {
      const before = newest
      for (const each of given) {
        if (laterCharter(newest?.charter, each, room) !== each.charter) continue
        newest = each
        if (roomOf(each.charter.by) === room) root = each
      }
      return newest !== before
    },
    tell(message, to = seats) {
      const text = JSON.stringify(message)
      for (const { connection } of to) connection?.sendStateless(text)
    },
    members: () => [...new Map([...seats].map((seat) => [seat.person, memberOf(seat)])).values()],
  }
}

export const memberOf = ({ person, role, certificate }: Seat): EngineMember => {
  const { name, kind, color } = certificate
  return { person, name, kind, color, role }
}

/** Rooms that are remembered, with whoever was removed from them, after everybody has left. */
const MOST_ROOMS = 2000

/** All rooms; the oldest without people are forgotten first. */
export function createEngineRooms(): { of(room: RoomId): EngineRoom; open(): number } {
  const rooms = new Map<RoomId, EngineRoom>()
  return {
    of(id) {
      const known = rooms.get(id) ?? createEngineRoom(id)
      rooms.delete(id)
      rooms.set(id, known)
      for (const [oldest, { seats }] of rooms) {
        if (rooms.size <= MOST_ROOMS) break
        if (seats.size === 0 && oldest !== id) rooms.delete(oldest)
      }
      return known
    },
    open: () => [...rooms.values()].filter(({ seats }) => seats.size > 0).length,
  }
}
