import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHandshake } from '../../shared/session/handshake.ts'
import { createLink } from '../../shared/session/createLink.ts'
import { jsonBytes } from '../../shared/session/json.ts'
import { LANES, type Link } from '../../shared/session/link.ts'
import { pipePair } from '../support/pipePair.ts'
import { testRoom } from '../support/sessionPeople.ts'
import { virtualClock, type VirtualClock } from '../support/virtualClock.ts'

type Bytes = Uint8Array<ArrayBuffer>

interface Insider {
  readonly clock: VirtualClock
  /** The honest end. */
  readonly link: Link
  readonly faults: unknown[]
  /** Sends any bytes as a frame: properly sealed, for they are in. */
  say(frame: Bytes): void
}

const room = testRoom()
const people = [room.person('facilitator'), room.person('participant')] as const

/** Somebody who was let in, and has written their own end of the link. */
function insider(): Insider {
  const clock = virtualClock()
  const { ends } = pipePair(clock)
  const [near, far] = ends
  const faults: unknown[] = []
  const common = { room: room.room, policy: () => undefined }
  const handshake = createHandshake({ ...people[1], ...common })
  far.onPacket = (packet) => {
    if (link.state === 'open') return
    const step = handshake.take(packet)
    if ('send' in step) for (const each of step.send) far.send(each)
  }
  const link = createLink(near, { ...people[0], ...common, clock, onFault: (error) => faults.push(error) })
  far.send(handshake.hello)
  clock.advance(1)
  return {
    clock,
    link,
    faults,
    say(frame) {
      const sealed = handshake.cipher()?.seal(frame)
      if (!sealed || link.state === 'closed') return
      far.send(sealed)
      clock.advance(1)
    },
  }
}

const frame = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .tuple(fc.integer({ min: 3, max: 9 }), fc.nat(4), fc.uint8Array({ maxLength: 40 }))
    .map(([kind, lane, rest]) => Uint8Array.of(kind, lane, ...rest)),
)

test('whatever frames somebody makes who is in, the link goes on or ends, and nothing fails', () => {
  fc.assert(
    fc.property(fc.array(frame, { minLength: 1, maxLength: 30 }), (frames) => {
      const { link, faults, say } = insider()
      expect(link.state).toBe('open')
      for (const one of frames) say(new Uint8Array(one))
      expect(faults).toEqual([])
      expect(['open', 'closed']).toContain(link.state)
    }),
    { numRuns: 60 },
  )
})

const key = fc.constantFrom('kind', 'card', 'policy', 'cards', 'gone', 'term', 'vector', '__proto__', 'chain')
const kind = fc.constantFrom('hello', 'members', 'policy', 'rekey', 'persisted', 'bring', 'bye', 'news')
const near = fc.oneof(fc.dictionary(key, fc.jsonValue()), fc.jsonValue())

test('whatever somebody says who is in, only what is well-formed is heard', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.option(kind), near), { minLength: 1, maxLength: 8 }), (said) => {
      const { link, faults, say } = insider()
      const heard: string[] = []
      link.onMessage = (message) => heard.push(message.kind)
      for (const [named, value] of said) {
        const message = named && value instanceof Object ? Object.assign({}, value, { kind: named }) : value
        say(Uint8Array.of(3, LANES.indexOf('control'), ...jsonBytes(message)))
      }
      expect(faults).toEqual([])
      expect(heard.every((each) => each === 'bye')).toBe(true)
      expect(link.state === 'closed').toBe(link.counts.strikes >= 3)
    }),
    { numRuns: 60 },
  )
})

test('the dearest things to say cost little', () => {
  const whole = (text: string): Bytes =>
    Uint8Array.of(3, LANES.indexOf('control'), ...new TextEncoder().encode(text))
  const dear = [
    '['.repeat(16_000),
    `${'['.repeat(8000)}${']'.repeat(8000)}`,
    `{"kind":"members","first":true,"gone":[],"cards":[${Array.from({ length: 1000 }, () => '{"chain":[{}]}').join(',')}]}`,
    `{"kind":"hosting","term":1,"person":"x","servers":["http://${'a.'.repeat(7000)}"]}`,
    `{"kind":"persisted","person":"x","vector":"${'a'.repeat(15_000)}"}`,
  ]
  for (const text of dear) {
    const { link, say } = insider()
    say(whole(text))
    const before = performance.now()
    say(whole(text))
    expect(performance.now() - before).toBeLessThan(100)
    expect(link.counts.strikes).toBe(2)
  }
})
