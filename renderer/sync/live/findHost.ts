import type { Chain, PeerKind } from '../../../shared/session/certificate.ts'
import type { Identity } from '../../../shared/session/identity.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import { knockAt, type Admitted, type Refused } from '../../../shared/session/knockAt.ts'
import type { Pipe } from '../../../shared/session/pipe.ts'
import { CLOSED } from '../../../shared/session/signallingFrame.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { openGuestPipe } from './guestPipe.ts'
import { serverUrl } from './serverUrls.ts'
import type { Surroundings } from './surroundings.ts'
import { entranceBy } from './waysIn.ts'

/** Between the beginnings of two attempts, ms: at first, once all have been tried often in vain, and when nothing is urgent. */
const STEP_MS = 300
const LATER_STEP_MS = 1000
const CALM_STEP_MS = 2000
/** After so many rounds it is no longer urgent. */
const URGENT_ROUNDS = 20
/** How long a server and a host may take to say anything, ms. A frozen host's server goes on accepting. */
const PATIENCE_MS = 4000
/** Most servers that are tried because somebody said so. */
const MOST_FOUND = 12

/** Who knocks, and with what. */
export interface Knocking {
  readonly room: RoomId
  /** Of an invitation, or for members who come back of the epoch. */
  readonly secret: string
  readonly identity: Identity
  readonly name: string
  readonly kind: PeerKind
  /** A certificate of an earlier visit. */
  readonly chain?: Chain | undefined
}

/** Somebody who has been let in over a pipe that is a link's from now on. */
export interface Entry {
  readonly pipe: Pipe
  readonly admitted: Admitted
  readonly heard: readonly Uint8Array<ArrayBuffer>[]
}

export interface FindHostOptions {
  readonly surroundings: Surroundings
  /** Nothing is urgent: seldom attempts. */
  readonly calm?: boolean
  /** Origins to try in turn, the likeliest first. Asked anew for every attempt. */
  readonly servers: () => readonly string[]
  /** Not at these, whoever names them: one's own. */
  readonly avoid?: () => readonly string[]
  /** Others are named besides, by those who are not the host. */
  readonly onFound?: (servers: readonly string[]) => void
  readonly knocking: () => Knocking
  readonly onWaiting: () => void
  readonly onAdmitted: (entry: Entry) => void
  /** A refusal that another try would not change. */
  readonly onRefused: (why: Refused['why']) => void
  /** All servers have been tried once more without finding the host. `revoked`: one of them does not know the token any more. */
  readonly onRound: (revoked: boolean) => void
}

export interface Finding {
  /** Something has changed: try at once. */
  hurry(): void
  stop: Dispose
}

/**
 * Looks for the host at all servers where it may be, one after the other, each attempt beginning before the last one has
 * failed, for as long as it takes.
 */
export function findHost(options: FindHostOptions): Finding {
  const { surroundings } = options
  const running = new Map<string, Dispose>()
  let waitingAt: string | undefined
  let [over, turn, round, revoked] = [false, 0, 0, false]
  const found: string[] = []
  let next: Dispose | undefined

  function attempt(): void {
    if (waitingAt === undefined) tryNext()
    if (over) return
    const step = options.calm ? CALM_STEP_MS : round > URGENT_ROUNDS ? LATER_STEP_MS : STEP_MS
    next = surroundings.clock.after(step * (0.8 + surroundings.random() * 0.4), attempt)
  }
  /** Not while somebody is asked at a door: the host is found then, and waiting takes as long as it takes. */
  function tryNext(): void {
    const avoid = options.avoid?.() ?? []
    const servers = [...new Set([...found, ...options.servers()])].filter((each) => !avoid.includes(each))
    if (turn >= servers.length) endRound()
    if (over) return
    const server = servers[turn++]
    if (server !== undefined && !running.has(server)) begin(server)
  }
  function endRound(): void {
    turn = 0
    if (round++ === 0) return
    const was = revoked
    revoked = false
    options.onRound(was)
  }
  function begin(server: string): void {
    const stop = tryAt(server, options.knocking(), surroundings, {
      onWaiting() {
        waitingAt = server
        callOff(server)
        options.onWaiting()
      },
      onAdmitted(entry) {
        stopAll(server)
        options.onAdmitted(entry)
      },
      onRefused({ why, servers }) {
        ended(server)
        if (why === 'not-host') return learn(servers ?? [])
        stopAll()
        options.onRefused(why)
      },
      onEnd(wasRevoked) {
        ended(server)
        revoked ||= wasRevoked
      },
    })
    running.set(server, stop)
  }
  function learn(servers: readonly string[]): void {
    const known = new Set([...found, ...options.servers()])
    const fresh = servers.filter((each) => !known.has(each)).slice(0, MOST_FOUND - found.length)
    if (fresh.length === 0) return
    found.push(...fresh)
    options.onFound?.(fresh)
  }
  function ended(server: string): void {
    running.delete(server)
    if (waitingAt === server) waitingAt = undefined
  }
  function callOff(except?: string): void {
    for (const [server, stop] of running) {
      if (server === except) continue
      running.delete(server)
      stop()
    }
  }
  function stopAll(except?: string): void {
    over = true
    next?.()
    callOff(except)
  }
  attempt()
  return {
    stop: () => stopAll(),
    hurry() {
      if (over || waitingAt !== undefined) return
      round = Math.min(round, 1)
      next?.()
      attempt()
    },
  }
}

interface AttemptEvents {
  onWaiting(): void
  onAdmitted(entry: Entry): void
  onRefused(answer: Refused): void
  onEnd(revoked: boolean): void
}

/** One knock at one server. What it returns calls it off. */
function tryAt(
  origin: string,
  knocking: Knocking,
  surroundings: Surroundings,
  events: AttemptEvents,
): Dispose {
  const { secret, identity, name, kind, chain, room } = knocking
  const line = openGuestPipe(serverUrl(origin, 'guest', room, entranceBy(secret).token), surroundings)
  const { clock } = surroundings
  let code: number | undefined
  const stop = knockAt(line.pipe, {
    secret,
    identity,
    name,
    peer: kind,
    chain,
    room,
    clock,
    onWaiting() {
      impatience()
      events.onWaiting()
    },
    onAdmitted(admitted, heard) {
      impatience()
      events.onAdmitted({ pipe: line.pipe, admitted, heard })
    },
    onRefused(answer) {
      impatience()
      events.onRefused(answer)
    },
    onEnd() {
      impatience()
      events.onEnd(code === CLOSED.revoked || code === CLOSED.notAllowed)
    },
  })
  line.onEnd = (why) => (code = why)
  const impatience = clock.after(PATIENCE_MS, () => line.pipe.close())
  return () => {
    impatience()
    stop()
  }
}
