import type { PersonId } from '../../../shared/session/ids.ts'
import type { Link } from '../../../shared/session/link.ts'
import type { Refused } from '../../../shared/session/knockAt.ts'
import { findHost, type Entry, type Finding, type Knocking } from './findHost.ts'
import type { Surroundings } from './surroundings.ts'

/** Links ping once a second: a host of which nothing was heard for so long may be gone, ms. */
const SILENT_MS = 2400

export interface UplinkOptions {
  readonly surroundings: Surroundings
  readonly knocking: () => Knocking
  /** Where the host may be. */
  readonly servers: () => readonly string[]
  readonly onFound: (servers: readonly string[]) => void
  /** This side's own. */
  readonly own: () => readonly string[]
  /** Where others may be who take themselves for host while this side is. */
  readonly strays: () => readonly string[]
  readonly isHost: () => boolean
  readonly host: () => PersonId | undefined
  /** Makes a link of what was let in, and listens to it. */
  readonly link: (entry: Entry) => Link
  readonly onRefused: (why: Refused['why']) => void
  readonly onRevoked: () => void
}

/** The line to the host's hub, for as long as this side is not the host; and one to whoever else may think that they are. */
export interface Uplink {
  /** This pipe has been let in already. */
  begin(entry: Entry): void
  /** The host, or what is known of it, has changed. */
  refresh(): void
  /** To be called some times a second: a host that says nothing is looked for elsewhere before its line ends. */
  beat(): void
  /** The network is back, or somebody is. */
  hurry(): void
  close(): void
}

export function createUplink(options: UplinkOptions): Uplink {
  const { surroundings } = options
  let link: Link | undefined
  let finder: Finding | undefined
  let seeks: 'host' | 'strays' | undefined
  let over = false

  function begin(entry: Entry): void {
    stopSeeking()
    const mine = options.link(entry)
    const old = link
    link = mine
    old?.close()
    const before = mine.onEnd
    mine.onEnd = (why) => {
      before?.(why)
      if (link !== mine) return
      link = undefined
      refresh()
    }
  }
  function seek(what: 'host' | 'strays'): void {
    if (seeks === what) return
    stopSeeking()
    seeks = what
    finder = findHost({
      surroundings,
      calm: what === 'strays',
      servers: what === 'host' ? options.servers : options.strays,
      avoid: options.own,
      onFound: options.onFound,
      knocking: options.knocking,
      onWaiting: () => {},
      onAdmitted: begin,
      onRefused(why) {
        seeks = undefined
        options.onRefused(why)
      },
      onRound(revoked) {
        if (revoked && what === 'host') options.onRevoked()
      },
    })
  }
  function stopSeeking(): void {
    finder?.stop()
    finder = undefined
    seeks = undefined
  }
  function refresh(): void {
    if (over) return
    const leadsTo = link?.peer?.person
    if (link && leadsTo !== undefined && leadsTo !== options.host()) {
      const old = link
      link = undefined
      old.close()
    }
    if (link) return
    if (!options.isHost()) seek('host')
    else if (options.strays().length > 0) seek('strays')
    else stopSeeking()
  }
  return {
    begin,
    refresh,
    beat() {
      if (over || !link || options.isHost()) return
      if (surroundings.clock.now() - link.heardAt() > SILENT_MS) seek('host')
      else if (seeks === 'host') stopSeeking()
    },
    hurry: () => finder?.hurry(),
    close() {
      over = true
      stopSeeking()
      link?.close()
    },
  }
}
