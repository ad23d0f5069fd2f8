import { createHash } from 'node:crypto'
import { CLOSED, HUB, type OwnerFrame } from '../../shared/session/signallingFrame.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import type { Guest } from './guestLine.ts'
import type { Hub } from './hubLine.ts'
import { endLine, type Line } from './line.ts'
import { createTopics, type Topics } from './topics.ts'

/** More addresses that were let in are not remembered. */
const MOST_KNOWN = 1000

/** What a server knows of a session: which tokens are good, and who is connected. */
export interface Room {
  readonly id: RoomId
  readonly topics: Topics
  readonly guests: ReadonlyMap<number, Guest>
  readonly hub: Hub | undefined
  /** Origins of pages that may connect, besides the server's own. */
  readonly origins: readonly string[]
  /** Since when there is no host, ms; nothing while there is one. */
  readonly lostAt: number | undefined
  /** Has an owner said which tokens are good? */
  readonly isOpen: boolean
  /** Has somebody at this address been let in before? */
  knows(address: string): boolean
  /** The hash of a token that is good here; nothing if it is not. */
  accepted(token: string): string | undefined
  /** From now on this is the host; guests of an earlier one have to come again. */
  host(hub: Hub): void
  unhost(hub: Hub): void
  hear(frame: Exclude<OwnerFrame, { type: 'ping' }>): void
  enter(line: Line): void
  leave(line: Line): void
  addGuest(guest: Guest): void
  removeGuest(guest: Guest): void
  lines(): Iterable<Line>
}

export function createRoom(id: RoomId, now: () => number): Room {
  let tokens: readonly string[] | undefined
  let origins: readonly string[] = []
  let hub: Hub | undefined
  let lostAt: number | undefined = now()
  const guests = new Map<number, Guest>()
  const lines = new Set<Line>()
  const known = new Set<string>()

  const sendGuestsAway = (): void => {
    for (const guest of guests.values()) endLine(guest.line, CLOSED.noHost)
    guests.clear()
  }

  return {
    id,
    topics: createTopics(id),
    guests,
    get hub() {
      return hub
    },
    get origins() {
      return origins
    },
    get isOpen() {
      return tokens !== undefined
    },
    get lostAt() {
      return lostAt
    },
    knows: (address) => known.has(address),
    accepted(token) {
      const hash = hashOf(token)
      return tokens?.includes(hash) ? hash : undefined
    },
    host(next) {
      if (hub) endLine(hub.line, CLOSED.replaced)
      sendGuestsAway()
      hub = next
      lostAt = undefined
    },
    unhost(gone) {
      if (hub !== gone) return
      hub = undefined
      lostAt = now()
      sendGuestsAway()
    },
    hear(frame) {
      if (frame.type === 'origins') origins = frame.origins.map((each) => new URL(each).origin)
      else {
        const good = frame.tokens
        tokens = good
        for (const line of lines)
          if (line.tokenHash !== undefined && !good.includes(line.tokenHash)) endLine(line, CLOSED.revoked)
      }
    },
    enter(line) {
      lines.add(line)
      if (known.size < MOST_KNOWN) known.add(line.address)
    },
    leave: (line) => void lines.delete(line),
    addGuest: (guest) => void guests.set(guest.id, guest),
    removeGuest(guest) {
      if (guests.delete(guest.id)) hub?.send(HUB.close, guest.id)
    },
    lines: () => lines,
  }
}

/**
 * SHA-256 of a token, base64url. Hashes are compared and not tokens: where two hashes differ says nothing about the token, so
 * the time that it takes may be known.
 */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
