import { CLOSED, HUB } from '../../shared/session/signallingFrame.ts'
import { GUEST_FULL, GUEST_GIVEN_UP, GUEST_RATE, GUEST_ROOM } from './limits.ts'
import { endLine, guarded, type Line } from './line.ts'
import type { Hub } from './hubLine.ts'
import type { Room } from './room.ts'
import { tokenBucket } from '../../shared/session/tokenBucket.ts'

/** One guest, as the host knows them. */
export interface Guest {
  readonly id: number
  readonly line: Line
  send(packet: Buffer): void
  /** The host wants no more of them. */
  end(): void
}

export interface GuestOptions {
  readonly id: number
  readonly now: () => number
}

/** Serves a guest on /guest: whole packets, to the host and back. */
export function serveGuest(line: Line, room: Room, hub: Hub, { id, now }: GuestOptions): Guest {
  const { socket } = line
  const packets = tokenBucket(GUEST_RATE.packets, GUEST_RATE.burst, now)
  const bytes = tokenBucket(GUEST_RATE.bytes, GUEST_RATE.bytesBurst, now)
  let toldFull = false

  const drained = (): void => {
    if (!toldFull || socket.bufferedAmount > GUEST_ROOM) return
    toldFull = false
    hub.send(HUB.room, id)
  }

  const giveUp = (code: number): void => {
    room.removeGuest(guest)
    endLine(line, code)
  }

  const guest: Guest = {
    id,
    line,
    send(packet) {
      if (socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount > GUEST_GIVEN_UP) return giveUp(CLOSED.tooMany)
      socket.send(packet, drained)
      if (toldFull || socket.bufferedAmount <= GUEST_FULL) return
      toldFull = true
      hub.send(HUB.full, id)
    },
    end: () => giveUp(1000),
  }

  socket.on('message', (content, isBinary) =>
    guarded(line, CLOSED.badFrame, () => {
      if (room.guests.get(id) !== guest || socket.readyState !== socket.OPEN) return
      if (!isBinary) return endLine(line, CLOSED.badFrame)
      const packet = content as Buffer
      hub.send(HUB.data, id, packet)
      // Read no faster than may be: what waits then waits at the guest.
      const pause = Math.max(packets.owe(1), bytes.owe(packet.length))
      if (hub.isFull()) pauseReading(line, (go) => hub.onRoom(go))
      else if (pause > 0) pauseReading(line, (go) => void setTimeout(go, pause).unref())
    }),
  )
  socket.on('close', () => room.removeGuest(guest))
  room.addGuest(guest)
  hub.send(HUB.open, id, Buffer.from(JSON.stringify({ address: line.address, token: line.tokenHash })))
  return guest
}

function pauseReading({ socket }: Line, until: (go: () => void) => void): void {
  if (socket.isPaused) return
  socket.pause()
  until(() => {
    if (socket.readyState === socket.OPEN) socket.resume()
  })
}
