import type { Socket } from './surroundings.ts'

/** Code of a connection that ended without saying why (RFC 6455, 7.1.5). */
const ABNORMAL = 1006

/** The platform's WebSocket. An address that it refuses is a socket that closes at once. */
export function openWebSocket(url: string): Socket {
  const line: Socket = {
    buffered: () => socket?.bufferedAmount ?? 0,
    send(frame) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(frame)
    },
    close() {
      socket?.close()
      end(ABNORMAL)
    },
    onOpen: undefined,
    onText: undefined,
    onBytes: undefined,
    onClose: undefined,
  }
  let over = false
  function end(code: number): void {
    if (over) return
    over = true
    line.onClose?.(code)
  }
  const socket = tryToOpen(url)
  if (!socket) {
    queueMicrotask(() => end(ABNORMAL))
    return line
  }
  socket.binaryType = 'arraybuffer'
  socket.addEventListener('open', () => {
    if (!over) line.onOpen?.()
  })
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (over) return
    if (typeof data === 'string') line.onText?.(data)
    else if (data instanceof ArrayBuffer) line.onBytes?.(new Uint8Array(data))
  })
  socket.addEventListener('close', ({ code }) => end(code))
  return line
}

function tryToOpen(url: string): WebSocket | undefined {
  try {
    return new WebSocket(url)
  } catch {
    return undefined
  }
}
