import { describe, expect, onTestFinished, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createPresenceLines } from '../../renderer/sync/createPresenceLines.ts'
import type { PresenceLine, PresenceLines, PresenceLinesOptions } from '../../renderer/sync/presenceLines.ts'
import { personId, type PersonId } from '../../shared/session/ids.ts'
import type { LinkPeer } from '../../shared/session/link.ts'
import type { Presence } from '../../shared/session/presence.ts'
import { toBase64url } from '../../shared/util/base64url.ts'
import { virtualClock, type VirtualClock } from '../support/virtualClock.ts'

interface Somebody {
  readonly awareness: Awareness
  readonly lines: PresenceLines
  readonly as: LinkPeer
  readonly to: Map<Somebody, PresenceLine>
  /** Messages that were sent by this one. */
  sent: number
}

interface Room {
  readonly clock: VirtualClock
  add(options?: { readonly host?: boolean } & Partial<PresenceLinesOptions>): Somebody
  connect(a: Somebody, b: Somebody): void
  cut(a: Somebody, b: Somebody): void
}

function room(): Room {
  const clock = virtualClock()
  const all: Somebody[] = []
  const link = (from: Somebody, to: Somebody) => ({
    sendBytes(_lane: string, message: Uint8Array) {
      from.sent += 1
      const copy = new Uint8Array(message)
      clock.after(5, () => to.to.get(from)?.receive(copy))
    },
  })
  return {
    clock,
    add({ host = false, ...overrides } = {}) {
      const awareness = new Awareness(new Y.Doc())
      onTestFinished(() => awareness.destroy())
      const person = personId.parse(toBase64url(Uint8Array.from({ length: 16 }, () => all.length)))
      const lines = createPresenceLines({
        awareness,
        me: person,
        now: clock.now,
        after: clock.after,
        relays: () => host,
        clientOf: (who) => all.find(({ as }) => as.person === who)?.awareness.clientID,
        vouches: (peer) => peer.certificate.host,
        ...overrides,
      })
      const certificate = { host } as LinkPeer['certificate']
      const somebody: Somebody = {
        awareness,
        lines,
        as: { person, role: 'participant', certificate },
        to: new Map(),
        sent: 0,
      }
      all.push(somebody)
      return somebody
    },
    connect(a, b) {
      a.to.set(b, a.lines.attach(link(a, b), b.as))
      b.to.set(a, b.lines.attach(link(b, a), a.as))
    },
    cut(a, b) {
      for (const [from, to] of [[a, b] as const, [b, a] as const]) {
        from.to.get(to)?.end()
        from.to.delete(to)
      }
    },
  }
}

const cursors = ({ lines }: Somebody): Map<PersonId, unknown> =>
  new Map([...lines.others.get()].map(([person, { cursor }]) => [person, cursor]))

describe('presence over links', () => {
  test('everybody sees the newest of everybody, 20 to 25 times a second', () => {
    const { clock, add, connect } = room()
    const [a, b] = [add(), add()]
    connect(a, b)
    clock.advance(100)
    const before = a.sent
    for (let n = 0; n < 100; n++) {
      a.lines.show({ cursor: [n, n] })
      clock.advance(10)
    }
    clock.advance(100)
    expect(cursors(b)).toEqual(new Map([[a.as.person, [99, 99]]]))
    expect(a.sent - before).toBeGreaterThanOrEqual(23)
    expect(a.sent - before).toBeLessThanOrEqual(26)
  })

  test('a host passes on guests to each other, and nobody passes on what others have seen', () => {
    const { clock, add, connect, cut } = room()
    const [host, a, b] = [add({ host: true }), add(), add()]
    connect(host, a)
    connect(host, b)
    a.lines.show({ cursor: [1, 2] })
    clock.advance(200)
    expect(cursors(b).get(a.as.person)).toEqual([1, 2])
    const [hostSent, bSent] = [host.sent, b.sent]
    a.lines.show({ cursor: [3, 4] })
    clock.advance(200)
    expect([host.sent - hostSent, b.sent - bSent]).toEqual([1, 0])
    cut(host, a)
    clock.advance(20)
    expect([...cursors(b).keys()]).toEqual([host.as.person])
    connect(host, a)
    clock.advance(20)
    expect(cursors(b).get(a.as.person)).toEqual([3, 4])
    expect(cursors(a).get(b.as.person)).toBe(undefined)
    expect([...cursors(a).keys()].toSorted()).toEqual([host.as.person, b.as.person].toSorted())
  })

  test('what is too long to show is left out, not sent', () => {
    const { clock, add, connect } = room()
    const [a, b] = [add(), add()]
    connect(a, b)
    const points = Array.from({ length: 200 }, (_, n): [number, number] => [
      n + 0.123_456_789_012,
      n + 0.123_456_789,
    ])
    a.lines.show({ cursor: [1, 1], gesture: { kind: 'draw', tool: 'pen', color: 'red', width: 2, points } })
    clock.advance(100)
    expect(b.lines.others.get().get(a.as.person)).toEqual({ person: a.as.person, cursor: [1, 1] })
  })

  test('nobody shows anything in the name of another, or of what is unsound', () => {
    const { clock, add, connect } = room()
    const [victim, liar, other] = [add(), add(), add()]
    connect(victim, liar)
    connect(victim, other)
    other.lines.show({ cursor: [7, 7] })
    clock.advance(100)
    const seen = victim.to.get(liar)
    const say = (client: number, state: unknown): void => {
      const forged = new Awareness(new Y.Doc())
      forged.states.set(client, state as Record<string, unknown>)
      forged.meta.set(client, { clock: 1000, lastUpdated: 0 })
      seen?.receive(new Uint8Array(encodeAwarenessUpdate(forged, [client])))
      forged.destroy()
    }
    const before = JSON.stringify([...victim.awareness.states])
    const mine: Presence = { person: liar.as.person, cursor: [1, 1] }
    say(other.awareness.clientID, { ...mine, person: other.as.person }) // as another
    say(other.awareness.clientID, mine) // with another's client
    say(victim.awareness.clientID, mine) // with this window's client
    say(4242, mine) // with a client that nobody has
    say(liar.awareness.clientID, { ...mine, cursor: ['here', 1] })
    say(liar.awareness.clientID, { ...mine, junk: 'x'.repeat(5000) })
    say(other.awareness.clientID, null)
    for (const bytes of [[], [1], [255, 255, 255], [1, 1, 1, 5, 123], [200, 1]])
      seen?.receive(Uint8Array.from(bytes))
    expect(JSON.stringify([...victim.awareness.states])).toBe(before)
    say(liar.awareness.clientID, mine)
    expect(cursors(victim).get(liar.as.person)).toEqual([1, 1])
  })

  test('whose card comes late is seen once it is there', () => {
    const { clock, add, connect } = room()
    const known = new Map<PersonId, number>()
    const a = add()
    const b = add({ clientOf: (who) => known.get(who) })
    connect(a, b)
    a.lines.show({ cursor: [5, 5] })
    clock.advance(100)
    expect(cursors(b).size).toBe(0)
    known.set(a.as.person, a.awareness.clientID)
    b.lines.refresh()
    expect(cursors(b).get(a.as.person)).toEqual([5, 5])
  })
})
