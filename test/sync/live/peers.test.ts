import { expect, test } from 'vitest'
import { createPeers, type PeersOptions } from '../../../renderer/sync/live/peers.ts'
import type { Link, LinkPeer } from '../../../shared/session/link.ts'

type Hello = ReturnType<PeersOptions['hello']>

/** Links to one and the same person, and how many of them carry the document. */
function lines() {
  let [now, carrying, received] = [0, 0, 0]
  const hello = { kind: 'hello', card: {} } as Hello
  const line = () => {
    carrying += 1
    return {
      receive: () => void (received += 1),
      drained() {},
      setLineage() {},
      end: () => void (carrying -= 1),
    }
  }
  const peers = createPeers({
    docSync: { attach: line } as unknown as PeersOptions['docSync'],
    imageSync: {
      attach: () => ({ receive() {}, drained() {}, end() {} }),
    } as unknown as PeersOptions['imageSync'],
    presence: { attach: () => ({ receive() {}, end() {} }) } as unknown as PeersOptions['presence'],
    hello: () => hello,
    onHello: () => true,
    onGreeted() {},
    onMessage() {},
    onEnd() {},
  })
  const link = (): Link =>
    ({
      state: 'open',
      peer: { person: 'p' } as unknown as LinkPeer,
      heardAt: () => now,
      send() {},
    }) as unknown as Link
  return {
    open(via: 'uplink' | 'mesh'): Link {
      const made = link()
      peers.add(made, via)
      made.onMessage?.(hello)
      return made
    },
    pass: (ms: number) => void (now += ms),
    carrying: () => carrying,
    received: () => received,
  }
}

const document = new Uint8Array(1)

test('what was on its way when a direct line took over does not bring the old way back', () => {
  const { open, pass, carrying, received } = lines()
  const uplink = open('uplink')
  uplink.onBytes?.('doc', document)
  const mesh = open('mesh')
  pass(500)
  uplink.onBytes?.('doc', document)
  expect([carrying(), received()]).toEqual([1, 1])
  mesh.onBytes?.('doc', document)
  expect(received()).toBe(2)
})

test('the old way is taken again where the other side goes on using it', () => {
  const { open, pass, carrying, received } = lines()
  const uplink = open('uplink')
  open('mesh')
  pass(5000)
  uplink.onBytes?.('doc', document)
  expect([carrying(), received()]).toEqual([2, 1])
})
