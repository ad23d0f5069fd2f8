import { CLOSED, HUB, MOST_PACKET_BYTES, ownerFrame } from '../../shared/session/signallingFrame.ts'
import { HUB_FULL, HUB_ROOM, OWNER_RATE } from './limits.ts'
import { endLine, guarded, type Line } from './line.ts'
import type { Room } from './room.ts'
import { tokenBucket } from '../../shared/session/tokenBucket.ts'

/** Bytes before a packet on /hub: its kind, and which guest. */
export const HUB_HEAD = 5
export const MOST_HUB_BYTES = MOST_PACKET_BYTES + HUB_HEAD

/** The host's line. */
export interface Hub {
  readonly line: Line
  send(kind: number, guest: number, payload?: Buffer): void
  /** Nothing more is taken for the host until `onRoom` is called. */
  isFull(): boolean
  onRoom(listener: () => void): void
}

/** Serves the host of a room on /hub. */
export function serveHub(line: Line, room: Room, now: () => number): Hub {
  const { socket } = line
  const texts = tokenBucket(OWNER_RATE.messages, OWNER_RATE.burst, now)
  const waiting = new Set<() => void>()

  const drained = (): void => {
    if (waiting.size === 0 || socket.bufferedAmount > HUB_ROOM) return
    const listeners = [...waiting]
    waiting.clear()
    for (const listener of listeners) listener()
  }

  const hub: Hub = {
    line,
    send(kind, guest, payload) {
      if (socket.readyState !== socket.OPEN) return
      const packet = Buffer.allocUnsafe(HUB_HEAD + (payload?.length ?? 0))
      packet.writeUInt8(kind)
      packet.writeUInt32BE(guest, 1)
      payload?.copy(packet, HUB_HEAD)
      socket.send(packet, drained)
    },
    isFull: () => socket.bufferedAmount > HUB_FULL,
    onRoom: (listener) => void waiting.add(listener),
  }

  function hearPacket(packet: Buffer): void {
    if (packet.length < HUB_HEAD) return endLine(line, CLOSED.badFrame)
    const guest = room.guests.get(packet.readUInt32BE(1))
    const kind = packet.readUInt8()
    if (kind === HUB.data) guest?.send(packet.subarray(HUB_HEAD))
    else if (kind === HUB.close) guest?.end()
    else endLine(line, CLOSED.badFrame)
  }

  function hearText(text: string): void {
    if (!texts.take()) return endLine(line, CLOSED.tooMany)
    const frame = ownerFrame.safeParse(JSON.parse(text)).data
    if (!frame) endLine(line, CLOSED.badFrame)
    else if (frame.type === 'ping') socket.send('{"type":"pong"}')
    else room.hear(frame)
  }

  socket.on('message', (content, isBinary) =>
    guarded(line, CLOSED.badFrame, () => {
      // One that was replaced has nothing more to say.
      if (room.hub !== hub || socket.readyState !== socket.OPEN) return
      if (isBinary) hearPacket(content as Buffer)
      else hearText((content as Buffer).toString())
    }),
  )
  socket.on('close', () => {
    room.unhost(hub)
    for (const listener of waiting) listener()
    waiting.clear()
  })
  room.host(hub)
  return hub
}
