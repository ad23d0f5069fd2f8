import type { PersonId } from '../../../shared/session/ids.ts'

/** The host is asked after once nothing was heard of it for so long, ms. */
const DOUBT_MS = 1800
/** Nobody has heard of it for so long: another takes over, ms. Links ping once a second. */
const LOST_MS = 3000
/** Those further down the order wait so much longer each, so that one is enough. ms */
const TURN_MS = 700
/** How long somebody better waits before they take over from a host who is there, ms: they may have just come. */
const BETTER_MS = 4000
/** A host does not begin a new term more often than this because somebody says that there was a later one, ms. */
const AGAIN_MS = 3000
/** A beat that comes so late means that this machine was asleep, and the host perhaps never gone. ms */
const ASLEEP_MS = 3000
/** How long it then waits for news before it takes over, ms. */
const AWAKE_MS = 6000
/** Nobody missed so many changes of host: whoever speaks of a later term only wants nobody to come after it. */
const MOST_MISSED = 1000

/** Who is host, by somebody's words. Nobody: they hear no host just now. */
export interface Claim {
  readonly term: number
  readonly person: PersonId | undefined
}

export interface HostingOptions {
  readonly me: PersonId
  readonly now: () => number
  readonly first: Claim
  /** May this side be host at all, and is its server ready? */
  readonly able: () => boolean
  /** When somebody was heard of last over any open link, ms of `now`; nothing without a link to them. */
  readonly heardAt: (person: PersonId) => number | undefined
  /** Who may be host and can be reached from here, this side included, in the order in which they take over. */
  readonly candidates: () => readonly PersonId[]
  /** Should this side rather be host than whoever is: a facilitator, who is trusted by all, than somebody who is none? */
  readonly isBetter: (host: PersonId) => boolean
  /** Does this side have all that the host has? */
  readonly isInStep: (host: PersonId) => boolean
  /** Is anybody at all linked with this side? */
  readonly hasPeers: () => boolean
  /** Asks everybody whether they hear of the host. */
  readonly doubt: (host: PersonId) => void
  /** Tells everybody what holds now. */
  readonly announce: () => void
  /** Somebody else is host now, or this side is, or nobody is just now. */
  readonly changed: () => void
}

/**
 * Who is host. Larger terms win, of equal ones the smaller person id, so that all come to the same whatever they hear first. Whoever
 * takes over while nobody is with them does so tentatively: they do not say so, and yield to any host that others can hear.
 */
export interface Hosting {
  /** What this side says of it. */
  claim(): Claim
  /** Whom this side takes for host, heard or not. */
  readonly host: PersonId | undefined
  isMine(): boolean
  /** Somebody says who is host. `false`: they are wrong, and should be told. */
  consider(claim: Claim): boolean
  /** Does this side hear the host itself? */
  hears(person: PersonId): boolean
  /** Somebody else hears the host. */
  alive(person: PersonId): void
  /** The host has said that it goes. */
  resigned(person: PersonId): void
  /** To be called about four times a second. */
  beat(): void
}

export function createHosting(options: HostingOptions): Hosting {
  const { me, now } = options
  let [term, host] = [options.first.term, options.first.person]
  /** What held before this side took over with nobody to tell. */
  let tentative: Claim | undefined
  let lastHeard = now()
  let lastBeat = now()
  let notBefore = 0
  let asked = false
  let betterSince: number | undefined
  /** The host has said that it goes: what is still heard of it does not count. */
  let hasResigned = false
  let tookAt = -Infinity

  function adopt(next: Claim): void {
    take(next)
    options.changed()
  }
  function take(next: Claim): void {
    term = next.term
    host = next.person
    tentative = undefined
    lastHeard = now()
    asked = false
    betterSince = undefined
    hasResigned = false
  }
  const beats = (a: Claim, b: Claim): boolean => {
    if (a.term !== b.term) return a.term > b.term
    return a.person !== undefined && (b.person === undefined || a.person < b.person)
  }
  function heard(): number {
    const at = host === undefined || hasResigned ? undefined : options.heardAt(host)
    if (at !== undefined && at > lastHeard) {
      lastHeard = at
      asked = false
      notBefore = 0 // this is the news that was waited for
    }
    return lastHeard
  }
  function takeOverAfter(last: number): void {
    const before = { term, person: host }
    take({ term: last + 1, person: me })
    tookAt = now()
    // Said before anything is done about it: lines that are not needed any more end.
    if (options.hasPeers()) options.announce()
    else tentative = before
    options.changed()
  }
  function settle(): void {
    tentative = undefined
    options.announce()
  }
  function watch(): void {
    const silent = now() - heard()
    if (silent > DOUBT_MS && !asked && host !== undefined) {
      asked = true
      options.doubt(host)
    }
    if (!options.able() || now() < notBefore) return
    if (silent < DOUBT_MS && host !== undefined && options.isBetter(host)) {
      betterSince ??= now()
      if (now() - betterSince > BETTER_MS && options.isInStep(host)) return takeOverAfter(term)
    } else betterSince = undefined
    const order = options.candidates().filter((person) => person !== host)
    const turn = Math.max(0, order.indexOf(me))
    if (silent > LOST_MS + turn * TURN_MS) takeOverAfter(term)
  }

  /** By its own ears: two who take each other's word for it would wait for a dead host for ever. */
  const hears = (person: PersonId): boolean => {
    if (person !== host || host === me || hasResigned) return person === me && host === me && !tentative
    const at = options.heardAt(person)
    return at !== undefined && now() - at < DOUBT_MS
  }

  return {
    hears,
    claim() {
      if (tentative) return { term: tentative.term, person: undefined }
      return { term, person: host !== undefined && hears(host) ? host : undefined }
    },
    get host() {
      return host
    },
    isMine: () => host === me,
    consider(claim) {
      if (host !== undefined && claim.term > term + MOST_MISSED) return false
      const mine = { term, person: host }
      if (tentative && claim.person !== me) {
        if (claim.person !== undefined && claim.term >= tentative.term) adopt(claim)
        else settle()
        return true
      }
      if (claim.person === undefined) {
        // They know a later host than this one, who is gone: this one goes on, in a term that counts.
        if (claim.term > term && host === me && now() - tookAt > AGAIN_MS) takeOverAfter(claim.term)
        return true
      }
      if (claim.term === term && claim.person === host) return true
      if (!beats(claim, mine)) return false
      adopt(claim)
      return true
    },
    alive(person) {
      if (person !== host) return
      lastHeard = now()
      asked = false
    },
    resigned(person) {
      if (person !== host || host === me) return
      hasResigned = true
      lastHeard = Math.min(lastHeard, now() - LOST_MS)
    },
    beat() {
      const asleep = now() - lastBeat > ASLEEP_MS
      lastBeat = now()
      if (asleep) notBefore = now() + AWAKE_MS
      if (host !== me) watch()
      else if (tentative && options.hasPeers() && now() - lastHeard > LOST_MS) settle()
    },
  }
}
