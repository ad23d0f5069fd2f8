import type { RoomId } from '../../../shared/session/ids.ts'
import { ownerToken } from '../../../shared/session/ownerToken.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { ServerAccess } from './hostSide.ts'
import type { SessionOptions } from './sessionOptions.ts'

/**
 * Opens a room at all servers where this side may: a stand-alone one first, since people elsewhere get nowhere else, and
 * whoever is in the room gets there as well. Nothing if there is none.
 */
export async function openServers(options: SessionOptions, room: RoomId): Promise<readonly ServerAccess[]> {
  const own = await options.ownServer?.open(room)
  const { standAlone } = options
  const other = standAlone && {
    origins: [standAlone.origin],
    local: standAlone.origin,
    ownerToken: ownerToken(standAlone.key, room, options.surroundings.date()),
  }
  return [other, own].filter((access) => access !== undefined)
}

/** Follows the own server wherever it is started again. */
export const followServer = (
  { ownServer }: SessionOptions,
  room: RoomId,
  use: (access: ServerAccess) => void,
): Dispose | undefined =>
  ownServer?.onBack((which, access) => {
    if (which === room) use(access)
  })
