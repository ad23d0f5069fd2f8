import type { RoomId } from '../../shared/session/ids.ts'
import { CLOSED } from '../../shared/session/signallingFrame.ts'
import { ROOM_KEPT } from './limits.ts'
import { endLine } from './line.ts'
import { createRoom, type Room } from './room.ts'

/** The sessions that a server knows. */
export interface Rooms {
  readonly size: number
  get(id: string): Room | undefined
  /** The room, made if need be; nothing if there are too many. Only for owners. */
  open(id: RoomId): Room | undefined
  /** Rooms that have a host now. */
  hosted(): Room[]
  /** Forgets rooms that have had no host for too long. */
  sweep(): void
}

export function createRooms(most: number, now: () => number): Rooms {
  const rooms = new Map<string, Room>()
  return {
    get size() {
      return rooms.size
    },
    get: (id) => rooms.get(id),
    open(id) {
      const there = rooms.get(id)
      if (there || rooms.size >= most) return there
      const room = createRoom(id, now)
      rooms.set(id, room)
      return room
    },
    hosted: () => [...rooms.values()].filter(({ hub }) => hub !== undefined),
    sweep() {
      for (const room of rooms.values()) {
        if (room.lostAt === undefined || now() - room.lostAt < ROOM_KEPT) continue
        rooms.delete(room.id)
        for (const line of room.lines()) endLine(line, CLOSED.noHost)
      }
    },
  }
}
