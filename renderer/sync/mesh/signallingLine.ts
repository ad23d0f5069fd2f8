import type { SignalingConn } from 'y-webrtc'
import type { Dispose } from '../../../shared/util/store.ts'
import { MOST_SIGNAL_BYTES } from '../../../shared/session/signallingFrame.ts'

/** What a line of y-webrtc to a signalling server asks of the mesh. */
export interface LineRules {
  /** What y-webrtc calls the room. */
  readonly room: string
  /** What servers call it now: changes with every epoch, without y-webrtc knowing. */
  topic(): string
  /** Whether y-webrtc may hear this. Asked in order, one at a time. */
  admit(data: string): Promise<boolean>
  /** A frame that this line cannot send now, for the others. */
  sendElsewhere(frame: object): void
}

export interface SignallingLine {
  readonly url: string
  isOpen(): boolean
  /** True if it went out. */
  send(frame: object): boolean
  /** Gives up a connection that is dead though nobody has said so, and connects anew at once. */
  reset(): void
  /** To be called about twice a second. */
  beat(now: number): void
  dispose: Dispose
}

/** A server that says nothing for so long is asked. ms */
const QUIET_MS = 2000
/** After so long without an answer the connection is dead. lib0 itself waits 30 s. ms */
const DEAD_MS = 6000
/**
 * A connection that takes longer to come about is tried anew: in a network that has just come back, an old attempt waits for
 * seconds before it asks again. Every third may take longer, for networks that are slow. ms
 */
const CONNECT_MS = [1500, 1500, 6000] as const
/** lib0 waits log10(failures + 1) * 1.2 s between tries: about a second with so many. */
const MOST_FAILURES = 5
/**
 * What was said this long before a line came back is said again, at once and a little later: the line may have been dead for
 * some time, and the other side's comes back when it does. Nobody hears anything twice. ms
 */
const AGAIN_MS = 5000
const LATER_MS = 400
const MOST_AGAIN = 64

type Frame = { readonly type: string; readonly topic?: unknown; readonly topics?: unknown }

/**
 * Makes one of y-webrtc's lines to a signalling server fit for use, from outside: what comes in is checked before y-webrtc
 * sees it, what goes out while the line is down is not lost, and a dead line is noticed within seconds.
 */
export function signallingLine(conn: SignalingConn, rules: LineRules): SignallingLine {
  let recent: { readonly frame: object; readonly until: number }[] = []
  let later: ReturnType<typeof setTimeout> | undefined
  let inbox: Promise<void> = Promise.resolve()
  let heardAt = 0
  let connectingSince: number | undefined
  let attempts = 0
  let disposed = false

  const patience = (): number => CONNECT_MS[attempts % CONNECT_MS.length] ?? 0
  const isOpen = (): boolean => !disposed && conn.ws?.readyState === WebSocket.OPEN
  function send(frame: object): boolean {
    if (!isOpen()) return false
    conn.ws?.send(JSON.stringify(frame))
    return true
  }

  conn.send = (message: Frame) => {
    const frame = outward(message, rules)
    if (!frame) return
    const isOut = send(frame)
    if (frame.type !== 'publish') return
    recent = [...recent.slice(1 - MOST_AGAIN), { frame, until: performance.now() + AGAIN_MS }]
    if (!isOut) rules.sendElsewhere(frame)
  }
  function sayAgain(): void {
    recent = recent.filter(({ until }) => until > performance.now())
    for (const { frame } of recent) send(frame)
  }

  function onConnect(): void {
    heardAt = performance.now()
    attempts = 0
    const { ws } = conn
    const pass = ws?.onmessage
    if (!ws || !pass) return
    ws.onmessage = (event: MessageEvent<unknown>) => {
      heardAt = performance.now()
      conn.lastMessageReceived = Date.now()
      const { data } = event
      if (typeof data !== 'string' || data.length > 2 * MOST_SIGNAL_BYTES) return
      inbox = inbox.then(async () => {
        const frame = await inward(data, rules)
        if (frame && conn.ws === ws) pass.call(ws, new MessageEvent('message', { data: frame }))
      })
    }
    sayAgain()
    clearTimeout(later)
    later = setTimeout(sayAgain, LATER_MS)
  }
  conn.on('connect', onConnect)

  function reset(): void {
    const { ws } = conn
    if (!ws || disposed) return
    const closed = ws.onclose
    // Its own end may take as long as TCP gives up, and must then not be taken for the end of its successor.
    ws.onclose = ws.onerror = ws.onmessage = ws.onopen = null
    ws.close()
    // What is counted up for this is not to delay the next attempt.
    conn.unsuccessfulReconnects = conn.connected ? 0 : -1
    connectingSince = undefined
    closed?.call(ws, new CloseEvent('close'))
  }

  return {
    url: conn.url,
    isOpen,
    send,
    reset,
    beat(now) {
      conn.unsuccessfulReconnects = Math.min(conn.unsuccessfulReconnects, MOST_FAILURES)
      connectingSince = conn.connecting ? (connectingSince ?? now) : undefined
      if (connectingSince !== undefined && now - connectingSince > patience()) {
        attempts++
        reset()
      }
      if (!isOpen()) return
      if (now - heardAt > DEAD_MS) reset()
      else if (now - heardAt > QUIET_MS) send({ type: 'ping' })
    },
    dispose() {
      disposed = true
      clearTimeout(later)
      conn.off('connect', onConnect)
    },
  }
}

/** The frame with the room called as servers call it; nothing if it is not about this room. */
function outward(message: Frame, { room, topic }: LineRules): Frame | undefined {
  if (Array.isArray(message.topics))
    return message.topics.includes(room) ? { ...message, topics: [topic()] } : undefined
  if (message.topic === undefined) return message
  return message.topic === room ? { ...message, topic: topic() } : undefined
}

/** The text that y-webrtc may read; nothing if it may not. Never rejects. */
async function inward(text: string, { room, topic, admit }: LineRules): Promise<string | undefined> {
  let frame: { type?: unknown; topic?: unknown; data?: unknown } | null
  try {
    frame = JSON.parse(text)
  } catch {
    return undefined
  }
  if (frame?.type === 'pong') return text
  if (frame?.type !== 'publish' || frame.topic !== topic() || typeof frame.data !== 'string') return undefined
  if (!(await admit(frame.data))) return undefined
  return JSON.stringify({ type: 'publish', topic: room, data: frame.data })
}
