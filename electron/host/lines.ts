import type { WebSocket } from 'ws'
import { DEAD_AFTER, MOST_WAITING, PING_EVERY } from './limits.ts'
import type { Line } from './line.ts'
import { tokenBucket } from '../../shared/session/tokenBucket.ts'

/** Pings a second and at once that a line may send; it has no need of any. */
const PING_RATE = { perSecond: 10, burst: 50 } as const

/** All WebSockets of a server: who is there, who still lives, and how much waits for them. */
export interface Lines {
  readonly size: number
  /** How many of one address there are. */
  of(address: string): number
  add(socket: WebSocket, address: string, tokenHash: string | undefined): Line
  /** Asks for signs of life and ends who gives none. Call once a second or so. */
  sweep(): void
  /** If too much waits, the fullest are cut off until it is no more than may be. */
  relieve(): void
  terminate(): void
}

export function createLines(now: () => number): Lines {
  const lines = new Set<Line>()
  let sweptAt = now()
  const counts = new Map<string, number>()
  const count = (address: string, by: number): void => {
    const next = (counts.get(address) ?? 0) + by
    if (next === 0) counts.delete(address)
    else counts.set(address, next)
  }

  return {
    get size() {
      return lines.size
    },
    of: (address) => counts.get(address) ?? 0,
    add(socket, address, tokenHash) {
      const line: Line = { socket, address, tokenHash, heardAt: now(), pingedAt: now() }
      const pings = tokenBucket(PING_RATE.perSecond, PING_RATE.burst, now)
      lines.add(line)
      count(address, 1)
      const heard = (): void => void (line.heardAt = now())
      socket.on('message', heard)
      socket.on('pong', heard)
      socket.on('ping', () => {
        heard()
        if (!pings.take()) socket.terminate()
      })
      socket.on('error', () => socket.terminate()) // a frame that is none, or a line that broke
      socket.on('close', () => {
        if (lines.delete(line)) count(address, -1)
      })
      return line
    },
    sweep() {
      const gap = now() - sweptAt
      sweptAt = now()
      // This computer slept, or had no time: nobody could be heard, so nobody was silent.
      if (gap > PING_EVERY) for (const line of lines) line.heardAt += gap
      for (const line of lines) {
        // One that is not read from cannot be heard.
        if (line.socket.isPaused) line.heardAt = now()
        if (now() - line.heardAt > DEAD_AFTER) line.socket.terminate()
        else if (now() - line.pingedAt >= PING_EVERY && line.socket.readyState === line.socket.OPEN) {
          line.pingedAt = now()
          line.socket.ping()
        }
      }
    },
    relieve() {
      let waiting = 0
      for (const { socket } of lines) waiting += socket.bufferedAmount
      if (waiting <= MOST_WAITING) return
      const fullest = [...lines].toSorted((a, b) => b.socket.bufferedAmount - a.socket.bufferedAmount)
      for (const { socket } of fullest) {
        if (waiting <= MOST_WAITING) return
        waiting -= socket.bufferedAmount
        socket.terminate()
      }
    },
    terminate() {
      for (const { socket } of lines) socket.terminate()
    },
  }
}
