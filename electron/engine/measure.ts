import type { beforeHandleAwarenessPayload, beforeHandleMessagePayload } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import type { Lane } from '../../shared/session/link.ts'
import { MOST_PRESENCE_BYTES, presence } from '../../shared/session/presence.ts'
import type { EngineContext, Seat } from './engineRoom.ts'

/** Of the provider's protocol: what a message is about. */
const SYNC = 0
const AWARENESS = 1
const SYNC_REPLY = 4
const STATELESS = 5
/** Longer words of ours are images, or seldom. Bytes. */
const LONG = 4096

/** Length and rate, before anything else is done with a message. */
export function measure(update: beforeHandleMessagePayload['update'], seat: Seat): void {
  const lane = laneOf(update)
  const isTooLong = update.length > seat.allowed.most[lane]
  if (isTooLong || !seat.meter.take(lane, update.length)) close(seat, 'flooded')
}

function laneOf(update: Uint8Array): Lane {
  const decoder = decoding.createDecoder(update)
  decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  if (type === AWARENESS) return 'presence'
  if (type === STATELESS && update.length > LONG) return 'bulk'
  return type === SYNC || type === SYNC_REPLY ? 'doc' : 'control'
}

/** Of a presence message only what is the sender's own, and no more often than they may. */
export function sift({ states, context }: beforeHandleAwarenessPayload<EngineContext>): void {
  if (!context) return
  const { seat } = context
  const isInTime = !seat.over && seat.meter.takePresence()
  for (const [client, state] of states) {
    const shown = client === seat.client ? presence.safeParse(state).data : undefined
    const isShort = JSON.stringify(shown ?? state).length <= MOST_PRESENCE_BYTES
    if (isInTime && isShort && shown?.person === seat.person) states.set(client, shown)
    else states.delete(client)
  }
}

/** The client is told why, and the line goes with it. What is still on its way is not heard. */
export function close(seat: Seat, reason: 'removed' | 'ended' | 'flooded' | 'misbehaved'): void {
  seat.over = true
  const socket = seat.connection?.webSocket
  seat.connection?.close({ code: 4403, reason })
  socket?.close(4403, reason)
}
