import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDocOutbox } from '../../renderer/sync/docOutbox.ts'
import { decodeDocMessage, type DocMessage } from '../../shared/session/docMessage.ts'

/** What goes out to a peer who has asked for everything while there was no room in the line. */
function crowded(mayEditAll: boolean) {
  const doc = new Y.Doc()
  const sent: DocMessage[] = []
  let queued = Infinity
  const outbox = createDocOutbox({
    doc,
    link: {
      sendBytes(_lane, bytes) {
        const message = decodeDocMessage(new Uint8Array(bytes))
        if (message) sent.push(message)
      },
      queued: () => queued,
    },
    now: () => 0,
    yieldNow: (run) => run(),
    mayWrite: () => true,
    mayEditAll: () => mayEditAll,
    onAnswered: () => {},
  })
  doc.on('update', (update) => outbox.edit(new Uint8Array(update), { mine: true }))
  return {
    doc,
    outbox,
    /** What the peer has once there is room. */
    peerGets(): Y.Doc {
      queued = 0
      outbox.pump()
      const peer = new Y.Doc()
      for (const message of sent) if ('update' in message) Y.applyUpdate(peer, message.update)
      return peer
    },
    sent,
  }
}

test.each([true, false])(
  'what is written and deleted while an answer waits for room is in it (%s)',
  (mayEditAll) => {
    const { doc, outbox, peerGets, sent } = crowded(mayEditAll)
    const map = doc.getMap('m')
    map.set('gone', 1)
    outbox.answer(1, new Map())
    map.set('new', 2)
    map.delete('gone')
    expect(sent).toEqual([])
    const peer = peerGets()
    expect(peer.getMap('m').toJSON()).toEqual({ new: 2 })
    map.set('later', 3)
    expect(sent.map(({ kind }) => kind).slice(-2)).toEqual(['done', 'edit'])
  },
)

test('a peer has what was written here once it says that it has dealt with it', () => {
  const { doc, outbox, peerGets, sent } = crowded(true)
  doc.getMap('m').set('a', 1)
  expect(outbox.hasMine()).toBe(false)
  outbox.answer(1, new Map())
  peerGets()
  expect(outbox.hasMine()).toBe(false)
  const counted = sent.length
  outbox.taken(counted)
  expect(outbox.hasMine()).toBe(true)
  doc.getMap('m').delete('a')
  expect(outbox.hasMine()).toBe(false)
  outbox.taken(counted + 1)
  expect(outbox.hasMine()).toBe(true)
})
