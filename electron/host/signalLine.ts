import { CLOSED, signallingFrame, type SignallingFrame } from '../../shared/session/signallingFrame.ts'
import { SIGNAL_RATE } from './limits.ts'
import { endLine, guarded, type Line } from './line.ts'
import type { Room } from './room.ts'
import { tokenBucket } from '../../shared/session/tokenBucket.ts'

/** Serves somebody on /signal: y-webrtc's four frames. */
export function serveSignal(line: Line, room: Room, now: () => number): void {
  const { socket } = line
  const messages = tokenBucket(SIGNAL_RATE.messages, SIGNAL_RATE.burst, now)
  const bytes = tokenBucket(SIGNAL_RATE.bytes, SIGNAL_RATE.bytesBurst, now)
  /** Who this is, as they said first; later frames may not say otherwise. */
  let from: string | undefined

  function isFrom(data: unknown): boolean {
    const said = typeof data === 'object' && data !== null && 'from' in data ? data.from : undefined
    if (typeof said !== 'string') return true
    from ??= said
    return from === said
  }

  /** False if the frame is not one that this line may send. */
  function obey(frame: SignallingFrame): boolean {
    switch (frame.type) {
      case 'ping':
        socket.send('{"type":"pong"}')
        return true
      case 'subscribe':
        return frame.topics.every((topic) => room.topics.subscribe(line, topic))
      case 'unsubscribe':
        for (const topic of frame.topics) room.topics.unsubscribe(line, topic)
        return true
      case 'publish':
        if (!room.topics.isOurs(frame.topic) || !isFrom(frame.data)) return false
        room.topics.publish(frame.topic, frame.data)
        return true
    }
  }

  socket.on('message', (content, isBinary) =>
    guarded(line, CLOSED.badFrame, () => {
      if (socket.readyState !== socket.OPEN) return // what was under way when it was closed
      const text = content as Buffer // as `binaryType` says
      if (!messages.take() || !bytes.take(text.length)) return endLine(line, CLOSED.tooMany)
      const frame = isBinary ? undefined : signallingFrame.safeParse(JSON.parse(text.toString())).data
      if (!frame || !obey(frame)) endLine(line, CLOSED.badFrame)
    }),
  )
  socket.on('close', () => room.topics.leave(line))
}
