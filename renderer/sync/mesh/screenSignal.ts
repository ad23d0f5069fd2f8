import type { Signal } from './sealedSignal.ts'

/** What is known here of another peer of y-webrtc. */
export interface PeerNow {
  /** There is a connection to it, or one is being made. */
  readonly known: boolean
  /** This side has made an offer and waits for the answer. */
  readonly offered: boolean
}

/**
 * `pass`: y-webrtc may hear it. `drop`: it may not. `replace`: it may, once the connection that there is to this peer has been
 * ended. `announce`: this side announces itself, so that the other one calls.
 */
export type Verdict = 'pass' | 'drop' | 'replace' | 'announce'

/** Most peers whose past is remembered. */
const MOST_REMEMBERED = 512
/** A peer that could not prove itself so often in a row is not answered for a while. */
const MOST_FAILURES = 3
/** ms */
const REFUSED_MS = 30_000
/** Candidates may come so long after an offer that y-webrtc has not acted upon yet. ms */
const OFFER_MS = 8000

/**
 * Decides what y-webrtc hears of signalling. Its own rules leave two peers that call each other at once deaf to each other,
 * fail on answers that nobody waits for, and keep connections for ever that were begun by nonsense (see sync.md, section 4).
 * So here of two peers only the one with the smaller id ever calls; an offer means that the caller has given up any earlier
 * connection; and what was said once is not heard again.
 */
export interface Screen {
  judge(message: Signal, peer: PeerNow): Verdict
  /** This peer proved itself over a connection, or this side ended the connection because it did not. */
  proved(peerId: string, itself: boolean): void
}

/** `me`: the id of y-webrtc's room here. `now`: ms, of any clock that only goes forward. */
export function createScreen(me: string, now: () => number): Screen {
  const offers = new Map<string, { token: number; at: number }>()
  const failures = new Map<string, { count: number; at: number }>()

  function isRefused(peerId: string): boolean {
    const failed = failures.get(peerId)
    if (!failed || failed.count < MOST_FAILURES) return false
    if (now() - failed.at < REFUSED_MS) return true
    failures.delete(peerId)
    return false
  }

  function judgeOffer(from: string, token: number, peer: PeerNow): Verdict {
    // Tokens are the caller's time and only grow: an older one is a copy that somebody kept.
    if (from > me || token <= (offers.get(from)?.token ?? 0)) return 'drop'
    remember(offers, from, { token, at: now() })
    return peer.known ? 'replace' : 'pass'
  }

  function isExpected(from: string, peer: PeerNow): boolean {
    return peer.known || now() - (offers.get(from)?.at ?? -Infinity) < OFFER_MS
  }

  return {
    judge(message, peer) {
      const { from } = message
      if (from === me || isRefused(from)) return 'drop'
      if (message.type === 'announce') {
        if (peer.known) return 'drop'
        return me < from ? 'pass' : 'announce'
      }
      if (message.to !== me) return 'drop'
      const { type } = message.signal
      if (type === 'offer') return judgeOffer(from, message.token, peer)
      if (type === 'answer') return peer.offered ? 'pass' : 'drop'
      return isExpected(from, peer) ? 'pass' : 'drop'
    },
    proved(peerId, itself) {
      if (itself) failures.delete(peerId)
      else remember(failures, peerId, { count: (failures.get(peerId)?.count ?? 0) + 1, at: now() })
    },
  }
}

/** Puts something into a map that forgets the oldest. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.keys().next()
  if (map.size > MOST_REMEMBERED && !oldest.done) map.delete(oldest.value)
}
