import type { WebSocket } from 'ws'

/** One WebSocket in a room, whatever it is for. */
export interface Line {
  readonly socket: WebSocket
  readonly address: string
  /** SHA-256 of the token it came with; nothing for an owner, whose token needs nobody's consent. */
  readonly tokenHash: string | undefined
  /** When something was heard last, ms. */
  heardAt: number
  pingedAt: number
}

/** Ends it, and tells the other side why. One that does not answer is cut off soon. */
export function endLine({ socket }: Line, code: number): void {
  socket.close(code)
  // A close frame waits behind everything that was sent; who reads nothing never sees it.
  const timer = setTimeout(() => socket.terminate(), 2000)
  timer.unref()
  socket.once('close', () => clearTimeout(timer))
}

/** Runs what reads a message: whatever it throws ends this line and nothing else. */
export function guarded(line: Line, code: number, read: () => void): void {
  try {
    read()
  } catch {
    endLine(line, code)
  }
}
