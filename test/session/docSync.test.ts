import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { createGate } from '../../shared/session/gate/createGate.ts'
import { docNetwork, faultsAmong, type DocNetwork, type DocPeer } from '../support/docPeers.ts'
import { change } from '../support/randomDocs.ts'
import { seededRandom } from '../support/seededRandom.ts'
import { virtualClock, type VirtualClock } from '../support/virtualClock.ts'

const set = ({ doc }: DocPeer, key: string, value: unknown = true): void =>
  void doc.getMap('notes').set(key, value)
const keys = ({ doc }: DocPeer): string[] => [...doc.getMap('notes').keys()].toSorted()

/** More are played by whoever has the time. */
const ROUNDS = Number(process.env['THROUGHLINE_SYNC_ROUNDS'] ?? 12)

interface Mesh {
  readonly clock: VirtualClock
  readonly net: DocNetwork
  readonly peers: readonly DocPeer[]
}

/** A host with something in its document, and others who come; all with lines to all. */
function mesh(count: number): Mesh {
  const clock = virtualClock()
  const net = docNetwork(clock)
  const host = net.add({ hosting: true, lineage: 'L' })
  set(host, 'first')
  for (let n = 1; n < count; n++) join(net, net.add())
  clock.advance(3000)
  return { clock, net, peers: net.peers }
}

function join(net: DocNetwork, peer: DocPeer): void {
  for (const other of net.peers) if (other !== peer) net.connect(peer, other)
}

describe('documents over links', () => {
  test('a joiner gets everything once, then each edit crosses each line once', () => {
    const { clock, net, peers } = mesh(4)
    expect(peers.map(keys)).toEqual(peers.map(() => ['first']))
    expect(peers.map(({ sync }) => sync.complete.get())).toEqual([true, true, true, true])
    const before = net.sent('edit')
    const [, second] = peers
    if (second) set(second, 'second')
    clock.advance(100)
    expect(peers.map(keys)).toEqual(peers.map(() => ['first', 'second']))
    expect(net.sent('edit') - before).toBe(3)
    expect(faultsAmong(peers)).toEqual([])
  })

  test('a deletion that somebody missed is noticed, although it adds nothing', () => {
    const clock = virtualClock()
    const net = docNetwork(clock)
    // As long as the host takes the guests for connected with each other, and they are not any more.
    let isWrong = false
    const host = net.add({ hosting: true, lineage: 'L', overrides: { relays: () => !isWrong } })
    set(host, 'first')
    const [ann, bob] = [net.add({ kind: 'phone' }), net.add({ kind: 'phone' })]
    for (const guest of [ann, bob]) net.connect(host, guest)
    clock.advance(3000)
    isWrong = true
    ann.doc.getMap('notes').delete('first')
    clock.advance(100)
    isWrong = false
    clock.advance(10_000)
    expect([host, ann, bob].map(keys)).toEqual([[], [], []])
    expect(faultsAmong(net.peers)).toEqual([])
  })

  test('two who join at once each get about one copy', () => {
    const clock = virtualClock()
    const net = docNetwork(clock)
    const host = net.add({ hosting: true, lineage: 'L' })
    for (let n = 0; n < 2000; n++) set(host, `n${n}`, 'x'.repeat(50))
    const third = net.add()
    net.connect(host, third)
    clock.advance(3000)
    const size = net.bytes()
    const joiners = [net.add(), net.add()]
    for (const joiner of joiners) join(net, joiner)
    clock.advance(5000)
    console.info('two joiners at once', { copies: (net.bytes() - size) / size })
    expect(net.bytes() - size).toBeLessThan(2.1 * size)
    expect(faultsAmong(net.peers)).toEqual([])
  })

  test('with y-webrtc in between each edit crosses each line once as well, also one that was made before it was ready', () => {
    const clock = virtualClock()
    const net = docNetwork(clock)
    const host = net.add({ hosting: true, lineage: 'L' })
    const desktops = [net.add(), net.add()]
    const guest = net.add({ kind: 'phone' })
    for (const [n, desktop] of desktops.entries())
      for (const other of [host, ...desktops.slice(0, n)]) net.connect(desktop, other, { carriedAfter: 300 })
    net.connect(host, guest)
    clock.advance(100)
    set(host, 'early')
    clock.advance(3000)
    expect(net.peers.map(keys)).toEqual(net.peers.map(() => ['early']))
    const before = net.sent('edit')
    set(guest, 'by a guest')
    clock.advance(100)
    expect(net.sent('edit') - before).toBe(3)
    const [desktop] = desktops
    if (desktop) set(desktop, 'by a desktop')
    clock.advance(100)
    // To the two others, and on to the guest.
    expect(net.sent('edit') - before).toBe(6)
    expect(net.peers.map(keys)).toEqual(net.peers.map(() => ['by a desktop', 'by a guest', 'early']))
    expect(faultsAmong(net.peers)).toEqual([])
  })

  test('nonsense on the lane harms nothing, and is held against who sent it', () => {
    const clock = virtualClock()
    const net = docNetwork(clock)
    const gate = (doc: Y.Doc) => createGate({ doc, now: clock.now, roleOf: () => 'participant' })
    const host = net.add({ hosting: true, lineage: 'L', gate })
    const liar = net.add({ kind: 'phone', role: 'participant' })
    set(host, 'there')
    net.connect(host, liar)
    clock.advance(3000)
    const random = seededRandom(11)
    const line = host.lines.get(liar)
    for (let n = 0; n < 5000; n++) {
      const bytes = Uint8Array.from({ length: Math.floor(random() * 40) }, () => Math.floor(random() * 256))
      if (bytes.length > 0) bytes[0] = n % 11
      line?.receive(bytes)
    }
    expect(host.strikes).toBeGreaterThan(100)
    set(host, 'still there')
    clock.advance(20_000)
    expect([keys(host), keys(liar)]).toEqual([
      ['still there', 'there'],
      ['still there', 'there'],
    ])
  })

  test('in a quiet session nothing is asked any more', () => {
    const { clock, net, peers } = mesh(3)
    const before = net.sent('ask')
    clock.advance(60_000)
    expect(net.sent('ask')).toBe(before)
    expect(peers.every((peer) => [...peer.lines.values()].every((line) => line.isInStep()))).toBe(true)
  })

  test('a host passes on what guests write, to each once and never back', () => {
    const clock = virtualClock()
    const net = docNetwork(clock)
    const host = net.add({ hosting: true, lineage: 'L' })
    const other = net.add()
    const guests = [0, 1, 2].map(() => net.add({ kind: 'phone', role: 'participant' }))
    net.connect(host, other)
    for (const guest of guests) net.connect(host, guest)
    clock.advance(3000)
    const before = net.sent('edit')
    const [guest] = guests
    if (guest) set(guest, 'mine')
    clock.advance(100)
    expect(net.sent('edit') - before).toBe(4)
    expect(net.peers.map(keys)).toEqual(net.peers.map(() => ['mine']))
    if (guest) expect([...guest.lines.values()].map((line) => line.hasMine())).toEqual([false])
    clock.advance(1100)
    if (guest) expect([...guest.lines.values()].map((line) => line.hasMine())).toEqual([true])
  })

  test('a relay that forgets is healed, and not by what was sent as it happened', () => {
    const clock = virtualClock()
    const net = docNetwork(clock)
    const host = net.add({ hosting: true, lineage: 'L', overrides: { relays: () => false } })
    const [a, b] = [net.add({ kind: 'phone' }), net.add({ kind: 'phone' })]
    net.connect(host, a)
    net.connect(host, b)
    clock.advance(3000)
    set(a, 'forgotten')
    clock.advance(500)
    expect(keys(b)).toEqual([])
    clock.advance(6000)
    expect(keys(b)).toEqual(['forgotten'])
  })

  test('100 edits of 200 KB at once all arrive, and never is much in the line', () => {
    const clock = virtualClock()
    const net = docNetwork(clock)
    const host = net.add({ hosting: true, lineage: 'L' })
    const joiner = net.add()
    net.connect(host, joiner, { latency: 20, bandwidth: 2000 })
    clock.advance(3000)
    for (let n = 0; n < 100; n++) set(host, `large${n}`, 'x'.repeat(200_000))
    expect(clock.until(() => keys(joiner).length === 100, 60_000)).toBe(true)
    console.info('100 x 200 KB', { ms: Math.round(clock.now()), mostQueued: net.mostQueued() })
    expect(net.mostQueued()).toBeLessThan(2 ** 20)
    clock.advance(3000)
    expect(faultsAmong(net.peers)).toEqual([])
  })

  test('edits that were made apart meet again, whatever was cut in the middle', () => {
    const { clock, net, peers } = mesh(2)
    const [a, b] = peers
    if (!a || !b) throw new Error('nobody')
    net.cut(a, b)
    for (let n = 0; n < 3000; n++) set(a, `a${n}`, 'x'.repeat(50))
    for (let n = 0; n < 3000; n++) set(b, `b${n}`, 'x'.repeat(50))
    for (let round = 0; round < 6; round++) {
      net.connect(a, b, { latency: 20, bandwidth: 300 })
      clock.advance(170) // some slices are there, others are not
      net.cut(a, b)
    }
    expect(keys(b).length).toBeLessThan(6001)
    net.connect(a, b)
    clock.advance(5000)
    expect([keys(a).length, keys(b).length]).toEqual([6001, 6001])
    expect(faultsAmong(peers)).toEqual([])
  })

  test('one whose answer does not come is passed over', () => {
    const clock = virtualClock()
    const net = docNetwork(clock)
    const host = net.add({ hosting: true, lineage: 'L' })
    const other = net.add()
    set(host, 'there')
    net.connect(host, other)
    clock.advance(2000)
    const joiner = net.add()
    net.connect(joiner, host, { bandwidth: 0.000_001 })
    net.connect(joiner, other)
    clock.advance(14_000)
    expect(joiner.sync.complete.get()).toBe(false)
    clock.advance(3000)
    expect(keys(joiner)).toEqual(['there'])
  })

  test('documents of different lineages do not exchange a byte', () => {
    const clock = virtualClock()
    const net = docNetwork(clock)
    const others: string[] = []
    const overrides = { onOtherWorkshop: () => void others.push('told') }
    const a = net.add({ hosting: true, lineage: 'L', overrides })
    const b = net.add({ lineage: 'M', overrides })
    set(a, 'a')
    set(b, 'b')
    net.connect(a, b)
    clock.advance(5000)
    set(a, 'more')
    clock.advance(5000)
    expect([keys(a), keys(b), net.bytes(), others]).toEqual([['a', 'more'], ['b'], 0, ['told', 'told']])
  })

  test('a viewer writes nothing, and hears everything', () => {
    const clock = virtualClock()
    const net = docNetwork(clock)
    const host = net.add({ hosting: true, lineage: 'L' })
    const viewer = net.add({ kind: 'phone', role: 'viewer' })
    net.connect(host, viewer)
    clock.advance(2000)
    set(viewer, 'drawn')
    set(host, 'said')
    clock.advance(10_000)
    expect([keys(host), keys(viewer)]).toEqual([['said'], ['drawn', 'said']])
  })
})

describe('whatever happens', () => {
  test('all come to the same, nothing is ever pending, and no edit is lost', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) expect([seed, ...faultsOf(seed)]).toEqual([seed])
  })

  test('which would be noticed', () => {
    const found = [1, 2, 3].map((seed) => faultsOf(seed, { relays: () => false }, 1000))
    expect(found.flat()).toContain('documents differ')
  })
})

/** Plays two minutes of a session with guests, cuts and returns, and says what is wrong afterwards. */
function faultsOf(seed: number, overrides = {}, healing = 40_000): string[] {
  const random = seededRandom(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const clock = virtualClock()
  const net = docNetwork(clock, 1 + below(2 ** 31))
  const host = net.add({ hosting: true, lineage: 'L', overrides })
  for (let n = 0; n < 300; n++) change(host.doc, below)
  const desktops = [host]
  const links = (peer: DocPeer): DocPeer[] =>
    peer.as.certificate.kind === 'phone'
      ? [host]
      : net.peers.filter((each) => each === host || desktops.includes(each))
  const line = (a: DocPeer, b: DocPeer) => ({
    latency: 1 + below(120),
    bandwidth: 20 + below(2000),
    ...(a.as.certificate.kind === 'desktop' &&
      b.as.certificate.kind === 'desktop' && { carriedAfter: below(200) }),
  })
  const connect = (peer: DocPeer): void => {
    for (const other of links(peer)) if (other !== peer) net.connect(peer, other, line(peer, other))
  }
  const size = 2 + below(5)
  for (let step = 0; step < 120; step++) {
    if (net.peers.length < size && below(10) === 0) {
      const kind = below(2) === 0 ? 'phone' : 'desktop'
      const peer = net.add({ kind })
      if (kind === 'desktop') desktops.push(peer)
      connect(peer)
      continue
    }
    const peer = net.peers[below(net.peers.length)] ?? host
    const other = links(peer)[below(links(peer).length)]
    const what = below(12)
    if (what === 0 && other && other !== peer) net.cut(peer, other)
    else if (what === 1) connect(peer)
    else if (peer.sync.complete.get()) for (let n = below(10); n >= 0; n--) change(peer.doc, below)
    clock.advance(below(1500))
  }
  for (const peer of net.peers)
    for (const other of links(peer))
      if (other !== peer && !peer.lines.has(other)) net.connect(peer, other, line(peer, other))
  clock.advance(healing)
  return faultsAmong(net.peers)
}
