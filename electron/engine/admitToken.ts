import {
  CLOCKS_APART,
  engineToken,
  isProven,
  MOST_TOKEN,
  type EngineToken,
} from '../../shared/session/engine/engineToken.ts'
import { readMessage, type EngineRefusal } from '../../shared/session/engine/engineMessage.ts'
import { standingIn, type Standing } from '../../shared/session/engine/charter.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import type { EngineRoom } from './engineRoom.ts'

/** Turned away: what Hocuspocus tells the client. */
export class TurnedAway extends Error {
  readonly reason: string
  constructor(why: EngineRefusal, detail = '') {
    super('') // Hocuspocus would log words
    this.reason = `${why}${detail}`
  }
}

/** Tokens that are good only once, until their time is over. */
export interface UsedTokens {
  /** False if it was used before. */
  use(nonce: string, at: number): boolean
}

/** More than come in while one is valid. */
const MOST_USED = 50_000

/** @param date ms since 1970 */
export function createUsedTokens(date: () => number): UsedTokens {
  const used = new Map<string, number>()
  return {
    use(nonce, at) {
      if (used.has(nonce)) return false
      const over = date() - 2 * CLOCKS_APART
      for (const [oldest, then] of used) {
        if (then > over && used.size < MOST_USED) break
        used.delete(oldest)
      }
      used.set(nonce, at)
      return true
    },
  }
}

export interface AdmitOptions {
  readonly date: () => number
  readonly used: UsedTokens
  /** The Host header of the request, or what a proxy made of it. */
  readonly host: string | null
}

/** Reads what somebody shows to be let in. Throws what they are told if they are not. Cheap questions come first. */
export function readToken(text: string, room: RoomId, { date, used, host }: AdmitOptions): EngineToken {
  if (text.length > MOST_TOKEN) throw new TurnedAway('refused')
  const token = readMessage(engineToken, text)
  if (!token || token.certificate.room !== room || token.host !== nameIn(host))
    throw new TurnedAway('refused')
  if (Math.abs(date() - token.at) > CLOCKS_APART) throw new TurnedAway('clock', ` ${date()}`)
  if (!isProven(token) || !used.use(token.nonce, token.at)) throw new TurnedAway('refused')
  return token
}

/** Whom a token proves to be in its room now. */
export function standingBy({ certificate }: EngineToken, room: EngineRoom): Standing {
  const holds = room.holds()
  if (!holds) throw new TurnedAway('not-open')
  const standing = standingIn(holds, certificate)
  if (typeof standing === 'string') throw new TurnedAway(standing)
  return standing
}

/** `example.org:8080` → `example.org` */
const nameIn = (host: string | null): string => (host ?? '').toLowerCase().replace(/:\d{1,5}$/, '')
