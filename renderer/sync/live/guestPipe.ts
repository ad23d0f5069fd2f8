import type { Pipe } from '../../../shared/session/pipe.ts'
import { MOST_PACKET_BYTES } from '../../../shared/session/signallingFrame.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { Surroundings } from './surroundings.ts'

/** Above this many bytes waiting, `onDrain` tells when there is room again. */
export const LOW_WATER = 32 * 1024
/** WebSockets do not say when they have sent something: so often they are asked, ms. */
export const ASK_MS = 10

export interface GuestPipe {
  readonly pipe: Pipe
  /** Called once, with the code of the WebSocket, also if it was never open; just before the pipe says that it is closed. */
  onEnd: ((code: number) => void) | undefined
}

/** One guest's line to whoever is host, by way of a server. `url` comes from `serverUrl`. */
export function openGuestPipe(url: string, { clock, openSocket }: Surroundings): GuestPipe {
  const socket = openSocket(url)
  let closed = false
  let asking: Dispose | undefined
  function end(code: number): void {
    if (closed) return
    closed = true
    asking?.()
    line.onEnd?.(code)
    pipe.onClose?.()
  }
  function askLater(): void {
    asking ??= clock.after(ASK_MS, () => {
      asking = undefined
      if (closed) return
      if (socket.buffered() > LOW_WATER) askLater()
      else pipe.onDrain?.()
    })
  }
  const pipe: Pipe = {
    mostPacket: MOST_PACKET_BYTES,
    buffered: () => socket.buffered(),
    send(packet) {
      if (closed) throw new Error('The pipe is closed')
      socket.send(packet)
      if (socket.buffered() > LOW_WATER) askLater()
    },
    close() {
      socket.close()
      end(1000)
    },
    onPacket: undefined,
    onDrain: undefined,
    onClose: undefined,
  }
  const line: GuestPipe = { pipe, onEnd: undefined }
  socket.onBytes = (packet) => {
    if (!closed) pipe.onPacket?.(packet)
  }
  socket.onClose = end
  return line
}
