import { unsubscribe } from 'lib0/broadcastchannel'
import type { Room } from 'y-webrtc'

/**
 * The parts of y-webrtc 10.3.0's room that are replaced or read here and that it does not document. A test sees that they
 * are there; without one of them a mesh is not started.
 */
export const ROOM_PARTS = [
  '_docUpdateHandler',
  '_awarenessUpdateHandler',
  '_beforeUnloadHandler',
  '_bcSubscriber',
  'mux',
  'webrtcConns',
  'peerId',
  'key',
] as const satisfies readonly (keyof Room)[]

/**
 * Takes from a room, right after it was made, what does harm in a session:
 * - it passes on what it was given by peers, to all of them, the sender included: N(N-1) messages for each edit;
 * - it speaks with other windows of this origin, past every gate;
 * - it leaves for good before the page is asked whether it may be closed.
 */
export function tameRoom(room: Room): void {
  for (const part of ROOM_PARTS)
    if (room[part] === undefined) throw new Error(`y-webrtc has changed: there is no ${part}`)
  const { doc, awareness, _docUpdateHandler: sendUpdate, _awarenessUpdateHandler: sendAwareness } = room
  doc.off('update', sendUpdate)
  awareness.off('update', sendAwareness)
  room._docUpdateHandler = (update, origin: unknown) => {
    if (origin !== room) sendUpdate(update, origin)
  }
  room._awarenessUpdateHandler = (changed, origin: unknown) => {
    if (origin !== room) sendAwareness(changed, origin)
  }
  doc.on('update', room._docUpdateHandler)
  awareness.on('update', room._awarenessUpdateHandler)
  window.removeEventListener('beforeunload', room._beforeUnloadHandler)
  // What it has to tell other windows at the beginning and at the end is encrypted first and goes through here afterwards.
  room.mux = () => undefined
  leaveWindows(room)
}

/** After every `connect` of the room: nothing goes to other windows of this origin, and nothing comes from them. */
export function leaveWindows(room: Room): void {
  room.bcconnected = false
  unsubscribe(room.name, room._bcSubscriber)
}
