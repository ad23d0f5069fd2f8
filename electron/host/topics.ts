import type { Line } from './line.ts'
import { MOST_TOPICS, SIGNAL_GIVEN_UP } from './limits.ts'

/** Who listens to what in a room. */
export interface Topics {
  /** False if it is no topic of this room, or too many of them. */
  subscribe(line: Line, topic: string): boolean
  unsubscribe(line: Line, topic: string): void
  /** Sends a message to everybody who listens, its sender included, with how many they are (as y-webrtc's server does). */
  publish(topic: string, data: unknown): void
  isOurs(topic: string): boolean
  leave(line: Line): void
}

/** Topics of a room begin with its id. */
export function createTopics(room: string): Topics {
  const listeners = new Map<string, Set<Line>>()
  const topicsOf = new Map<Line, Set<string>>()

  const isOurs = (topic: string): boolean => topic.startsWith(room)

  function unsubscribe(line: Line, topic: string): void {
    topicsOf.get(line)?.delete(topic)
    const lines = listeners.get(topic)
    lines?.delete(line)
    if (lines?.size === 0) listeners.delete(topic)
  }

  return {
    isOurs,
    subscribe(line, topic) {
      if (!isOurs(topic)) return false
      const topics = topicsOf.get(line) ?? new Set()
      if (!topics.has(topic) && topics.size >= MOST_TOPICS) return false
      topicsOf.set(line, topics.add(topic))
      listeners.set(topic, (listeners.get(topic) ?? new Set()).add(line))
      return true
    },
    unsubscribe,
    publish(topic, data) {
      const lines = listeners.get(topic)
      if (!lines) return
      const text = JSON.stringify({ type: 'publish', topic, data, clients: lines.size })
      for (const { socket } of lines) {
        if (socket.bufferedAmount > SIGNAL_GIVEN_UP) socket.terminate()
        else if (socket.readyState === socket.OPEN) socket.send(text)
      }
    },
    leave(line) {
      for (const topic of topicsOf.get(line) ?? []) unsubscribe(line, topic)
      topicsOf.delete(line)
    },
  }
}
