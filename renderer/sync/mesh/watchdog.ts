import type { WebrtcConn } from 'y-webrtc'

/** A call that nobody has answered is given up after so long, and one that has not become a link. ms */
const UNANSWERED_MS = 4000
const UNLINKED_MS = 8000
/** Up to so much later, by chance, so that two sides do not give up and call again in step. ms */
const JITTER_MS = 1500

export interface WatchdogParts {
  stateOf(conn: WebrtcConn): RTCDataChannelState | undefined
  /** Whether this side waits for no answer to an offer. */
  wasAnswered(conn: WebrtcConn): boolean
}

/**
 * Ends connections that do not come about: y-webrtc itself waits for them for ever, and calls nobody twice. What it ends it
 * announces again, so the next try follows at once.
 */
export function createWatchdog({ stateOf, wasAnswered }: WatchdogParts): {
  beat(conns: ReadonlyMap<string, WebrtcConn>, now: number): void
} {
  const since = new WeakMap<WebrtcConn, number>()
  return {
    beat(conns, now) {
      for (const conn of conns.values()) {
        if (stateOf(conn) === 'open') continue
        const from = since.get(conn) ?? now + Math.random() * JITTER_MS
        since.set(conn, from)
        if (now - from > (wasAnswered(conn) ? UNLINKED_MS : UNANSWERED_MS)) conn.destroy()
      }
    },
  }
}
