import { Awareness } from 'y-protocols/awareness'
import { Room, SignalingConn, type WebrtcProvider } from 'y-webrtc'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import packageJson from '../../../package.json' with { type: 'json' }
import { ROOM_PARTS, tameRoom } from '../../../renderer/sync/mesh/tameRoom.ts'

function newRoom() {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const provider = { awareness, filterBcConns: true } as unknown as WebrtcProvider
  // What y-webrtc does in a window.
  vi.stubGlobal('window', new EventTarget())
  const room = new Room(doc, provider, 'room', null)
  doc.on('update', room._docUpdateHandler)
  awareness.on('update', room._awarenessUpdateHandler)
  return { doc, awareness, room }
}

/** Stands for a connection, and counts what it is given to send. */
function connect(room: Room): { sent: number } {
  const count = { sent: 0 }
  const peer = { send: () => void count.sent++ }
  room.webrtcConns.set('peer', { peer } as unknown as Parameters<typeof room.webrtcConns.set>[1])
  return count
}

test('y-webrtc is the version that was read, with the parts that are replaced', () => {
  expect(packageJson.devDependencies['y-webrtc']).toBe('10.3.0')
  const { room } = newRoom()
  for (const part of ROOM_PARTS) expect(room).toHaveProperty(part)
  expect(SignalingConn.prototype).toHaveProperty('send')
})

test('a room that lacks one of them is not used', () => {
  for (const part of ROOM_PARTS.filter((each) => each !== 'key')) {
    const { room } = newRoom()
    Object.assign(room, { [part]: undefined })
    expect(() => tameRoom(room)).toThrow(part)
  }
})

test('own edits go to peers; what came from them does not go on, as it would in an untamed room', () => {
  const theirs = new Y.Doc()
  theirs.getMap('notes').set('b', 1)
  const update = Y.encodeStateAsUpdate(theirs)
  const [tame, wild] = [newRoom(), newRoom()]
  tameRoom(tame.room)
  const [heard, echoed] = [connect(tame.room), connect(wild.room)]
  for (const { doc } of [tame, wild]) doc.getMap('notes').set('a', 1)
  expect([heard.sent, echoed.sent]).toEqual([1, 1])
  for (const { doc, room } of [tame, wild]) Y.applyUpdate(doc, update, room)
  expect([heard.sent, echoed.sent]).toEqual([1, 2])
  for (const { doc } of [tame, wild]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(new Y.Doc()), 'a guest')
  tame.doc.transact(() => tame.doc.getMap('notes').set('c', 1), 'a guest')
  expect(heard.sent).toBe(2)
})
