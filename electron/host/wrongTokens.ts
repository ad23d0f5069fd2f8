/** Wrong tokens within a minute before an address, or a room, is refused for a minute. */
const MOST_BY_ADDRESS = 5
const MOST_AT_ROOM = 20
/** ms */
const WINDOW = 60_000
/** More addresses and rooms than this are not remembered: then the oldest are forgotten. */
const MOST_REMEMBERED = 4096

/** Counts tokens that were wrong, so that nobody tries many. */
export interface WrongTokens {
  /** May this address try at all? */
  mayTry(address: string): boolean
  /** May anybody try at this room who has not been let in there before? */
  mayTryAt(room: string): boolean
  count(address: string, room: string): void
}

export function createWrongTokens(now: () => number): WrongTokens {
  const byAddress = createTries(MOST_BY_ADDRESS, now)
  const atRoom = createTries(MOST_AT_ROOM, now)
  return {
    mayTry: byAddress.may,
    mayTryAt: atRoom.may,
    count(address, room) {
      byAddress.count(address)
      atRoom.count(room)
    },
  }
}

interface Tries {
  readonly since: number
  readonly count: number
}

/** `most` within WINDOW, and then none until WINDOW has passed since the last of them. */
function createTries(most: number, now: () => number) {
  const tries = new Map<string, Tries>()
  const current = (key: string): Tries => {
    const known = tries.get(key)
    return known && now() - known.since < WINDOW ? known : { since: now(), count: 0 }
  }
  return {
    may: (key: string): boolean => current(key).count < most,
    count(key: string): void {
      const { since, count } = current(key)
      tries.delete(key) // so that it is the newest
      tries.set(key, { since: count + 1 >= most ? now() : since, count: count + 1 })
      const [oldest] = tries.keys()
      if (tries.size > MOST_REMEMBERED && oldest !== undefined) tries.delete(oldest)
    },
  }
}
