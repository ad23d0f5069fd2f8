import type { networkInterfaces } from 'node:os'
import type { DesktopEvent } from '../../shared/ipc/desktopContract.ts'
import type { HostAddresses, StartedHost } from '../../shared/ipc/sessionCalls.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import { ownerToken } from '../../shared/session/ownerToken.ts'
import { hostOrigins } from './hostOrigins.ts'
import type { KeptHost } from './keepHost.ts'
import { logError } from './logError.ts'

/** A page that loads again finds its server where it was. ms */
const LINGER = 15_000
/** How often it is looked whether this computer has other addresses. ms */
const LOOK_EVERY = 4000

/** Which window hosts which room on this computer's own server. */
export interface Hosting<W> {
  start(window: W, room: RoomId): Promise<StartedHost>
  stop(window: W, room: RoomId): void
  /** The window's page is gone. */
  leave(window: W): void
  lost(): void
  back(port: number): void
  failed(): void
  end(): void
}

export interface HostingOptions<W> {
  readonly host: KeptHost
  readonly key: string
  readonly interfaces: typeof networkInterfaces
  readonly tell: (window: W, event: DesktopEvent) => void
  /** It has this port now. */
  readonly onPort: (port: number) => void
}

export function createHosting<W>({ host, key, interfaces, tell, onPort }: HostingOptions<W>): Hosting<W> {
  const rooms = new Map<RoomId, W>()
  let port: number | undefined
  let known = ''
  let ending: NodeJS.Timeout | undefined
  let looking: NodeJS.Timeout | undefined

  const addresses = (room: RoomId, at: number): HostAddresses => ({
    origins: hostOrigins(interfaces(), at),
    ownerToken: ownerToken(key, room, Date.now()),
    local: `ws://127.0.0.1:${at}`,
  })

  function tellAll(event: (room: RoomId) => DesktopEvent): void {
    for (const [room, window] of rooms) tell(window, event(room))
  }

  function serveAt(next: number): void {
    port = next
    known = hostOrigins(interfaces(), next).join()
    onPort(next)
    looking ??= setInterval(look, LOOK_EVERY).unref()
  }

  /** Laptops change networks. */
  function look(): void {
    if (port === undefined || hostOrigins(interfaces(), port).join() === known) return
    back(port)
  }

  function back(next: number): void {
    serveAt(next)
    tellAll((room) => ({ event: 'hostBack', room, ...addresses(room, next) }))
  }

  function end(): void {
    clearTimeout(ending)
    clearInterval(looking)
    looking = undefined
    port = undefined
    host.stop()
  }

  function endIfUnused(): void {
    clearTimeout(ending)
    if (rooms.size === 0) ending = setTimeout(end, LINGER).unref()
  }

  return {
    async start(window, room) {
      clearTimeout(ending)
      rooms.set(room, window)
      try {
        const got = await host.start()
        serveAt(got)
        return { result: 'hosting', ...addresses(room, got) }
      } catch (error) {
        logError('host: cannot be started', error)
        rooms.delete(room)
        endIfUnused()
        return { result: 'failed', code: 'host-failed' }
      }
    },
    stop(window, room) {
      if (rooms.get(room) !== window) return
      rooms.delete(room)
      endIfUnused()
    },
    leave(window) {
      const left = [...rooms].filter(([, each]) => each === window)
      for (const [room] of left) rooms.delete(room)
      if (left.length > 0) endIfUnused()
    },
    lost: () => tellAll(() => ({ event: 'hostLost' })),
    back,
    failed: () => tellAll(() => ({ event: 'hostFailed', code: 'host-failed' })),
    end,
  }
}
