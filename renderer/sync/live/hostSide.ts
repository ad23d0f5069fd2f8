import type { RoomId } from '../../../shared/session/ids.ts'
import type { Pipe } from '../../../shared/session/pipe.ts'
import { openHub, type Hub } from './hubPipes.ts'
import { serverUrl } from './serverUrls.ts'
import type { Surroundings } from './surroundings.ts'

/** A server where this side may open rooms. */
export interface ServerAccess {
  /** How others reach it. */
  readonly origins: readonly string[]
  readonly ownerToken: string
  /** How this window reaches it. */
  readonly local: string
}

/** Most origins of other hosts that a server is told of. */
const MOST_ORIGINS = 8

export interface HostSideOptions {
  readonly surroundings: Surroundings
  readonly room: RoomId
  /** Hashes of the tokens that are good now. */
  readonly tokens: () => readonly string[]
  /** Origins of the pages of other hosts. */
  readonly origins: () => readonly string[]
  readonly onGuest: (pipe: Pipe, token: string) => void
  readonly changed: () => void
}

/** This side's lines to all servers that it has: kept from the beginning, so that it can take over at once. */
export interface HostSide {
  use(access: ServerAccess): void
  /** Origins by which this side is found: those of its servers that are connected, first of all. */
  origins(): readonly string[]
  /** Is any server ready for guests? */
  isReady(): boolean
  /** Tokens or origins have changed. */
  refresh(): void
  close(): void
}

export function createHostSide(options: HostSideOptions): HostSide {
  const { room, surroundings } = options
  const hubs = new Map<string, { hub: Hub; access: ServerAccess; open: boolean }>()

  function use(access: ServerAccess): void {
    const url = serverUrl(access.local, 'hub', room, access.ownerToken)
    const known = hubs.get(access.local)
    if (known) {
      known.access = access
      known.hub.moved(url)
      return options.changed()
    }
    const line = {
      access,
      open: false,
      hub: openHub(url, surroundings, {
        onGuest: options.onGuest,
        onState(open) {
          line.open = open
          options.changed()
        },
        onReplaced() {
          hubs.delete(access.local)
          options.changed()
        },
      }),
    }
    hubs.set(access.local, line)
    tell(line.hub)
  }
  function tell(hub: Hub): void {
    hub.allow(options.origins().slice(0, MOST_ORIGINS))
    hub.accept(options.tokens())
  }
  return {
    use,
    origins: () => [...hubs.values()].flatMap(({ access }) => access.origins),
    isReady: () => [...hubs.values()].some(({ open }) => open),
    refresh() {
      for (const { hub } of hubs.values()) tell(hub)
    },
    close() {
      for (const { hub } of hubs.values()) hub.close()
      hubs.clear()
    },
  }
}
