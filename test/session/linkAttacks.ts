import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { certify, type Claims } from '../../shared/session/certify.ts'
import { createLink } from '../../shared/session/createLink.ts'
import { identityOf, newSecretKey } from '../../shared/session/identity.ts'
import type { Link } from '../../shared/session/link.ts'
import type { LinkOptions } from '../../shared/session/linkOptions.ts'
import type { Pipe } from '../../shared/session/pipe.ts'
import type { Policy } from '../../shared/session/policy.ts'
import { pipePair, type PipePair } from '../support/pipePair.ts'
import { testRoom, type Person, type TestRoom } from '../support/sessionPeople.ts'
import { virtualClock, type VirtualClock } from '../support/virtualClock.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What an honest end gives away as soon as it is open. */
const CONTENT = utf8ToBytes('Only for those who are in')
/** More than a hello, a proof and a farewell, less than these and any content. */
const MOST_BEFORE = 67 + 3000

/** Somebody has come too close: what a test of an attack looks for. */
export type Breach = 'opened' | 'content' | 'told too much' | 'still there after 5 s' | 'threw'

export interface Honest {
  readonly clock: VirtualClock
  readonly room: TestRoom
  readonly host: Person
  /** Makes the attacked end of a pipe. */
  link(pipe: Pipe, options?: Partial<LinkOptions>): Link
  policy: Policy | undefined
}

export interface Attack {
  readonly name: string
  /** Attacks over the far end of a pipe whose near end is an honest link. */
  play(far: Pipe, honest: Honest): void
}

export interface Ground {
  readonly binding: boolean
  readonly shy: boolean
}

/** Lets somebody attack an honest link for 5 s. */
export function breachesOf(attack: Attack, { binding, shy }: Ground): Breach[] {
  const clock = virtualClock()
  const pair = pipePair(clock, { latency: 5, ...(binding && { binding: ['sha-256 AA', 'sha-256 BB'] }) })
  const honest = honestScene(clock)
  const breaches: Breach[] = []
  const far = listening(pair, breaches)
  try {
    attack.play(far, honest)
    const link = honest.link(pair.ends[0], { shy })
    link.onOpen = () => {
      breaches.push('opened')
      link.send({ kind: 'focus', step: 'secret' })
      link.sendBytes('doc', CONTENT)
    }
    clock.advance(5050)
    if (link.state !== 'closed') breaches.push('still there after 5 s')
  } catch {
    breaches.push('threw')
  }
  if (pair.arrived[1] > MOST_BEFORE) breaches.push('told too much')
  return breaches
}

function honestScene(clock: VirtualClock): Honest {
  const room = testRoom()
  const host = room.person('facilitator', { host: true })
  const honest: Honest = {
    clock,
    room,
    host,
    policy: undefined,
    link: (pipe, options) =>
      createLink(pipe, { ...host, room: room.room, policy: () => honest.policy, clock, ...options }),
  }
  return honest
}

/** The far end, with somebody who reads along. */
function listening({ ends }: PipePair, breaches: Breach[]): Pipe {
  const [, far] = ends
  let listener: Pipe['onPacket']
  return {
    ...(far.binding && { binding: far.binding }),
    mostPacket: far.mostPacket,
    buffered: () => far.buffered(),
    send: (packet) => far.send(packet),
    close: () => far.close(),
    get onPacket() {
      return listener
    },
    set onPacket(next) {
      listener = next
      far.onPacket = (packet) => {
        if (holds(packet, CONTENT)) breaches.push('content')
        next?.(packet)
      }
    },
    onDrain: undefined,
    onClose: undefined,
  }
}

const holds = (packet: Bytes, wanted: Uint8Array): boolean =>
  Buffer.from(packet).includes(Buffer.from(wanted))

const raw = (name: string, ...packets: readonly Bytes[]): Attack => ({
  name,
  play(far) {
    for (const packet of packets) far.send(packet)
  },
})

/** Somebody with our own code, and something wrong with who they are. */
const member = (name: string, options: (honest: Honest) => Partial<LinkOptions>): Attack => ({
  name,
  play(far, honest) {
    const stranger = honest.room.person('participant')
    createLink(far, {
      ...stranger,
      room: honest.room.room,
      policy: () => undefined,
      clock: honest.clock,
      ...options(honest),
    })
  },
})

const claims = ({ room }: Honest, key: string, more?: Partial<Claims>): Claims => ({
  room: room.room,
  key,
  name: 'Mallory',
  kind: 'laptop',
  role: 'participant',
  host: false,
  color: 0,
  at: 0,
  ...more,
})

/** Signed by a key that may not. */
function signedBy(issuer: Person, honest: Honest, more?: Partial<Claims>): Partial<LinkOptions> {
  const identity = identityOf(newSecretKey())
  return {
    identity,
    chain: [certify(issuer.identity, claims(honest, identity.key, more)), issuer.chain[0]],
  }
}

function selfSigned(honest: Honest): Partial<LinkOptions> {
  const identity = identityOf(newSecretKey())
  return { identity, chain: [certify(identity, claims(honest, identity.key))] }
}

function elsewhere(): Partial<LinkOptions> {
  const room = testRoom()
  return { ...room.person('facilitator'), room: room.room }
}

function removed(honest: Honest, who: 'self' | 'issuer'): Partial<LinkOptions> {
  const issuer = honest.room.person('facilitator')
  const person = honest.room.admittedBy(issuer, 'participant')
  const gone = who === 'self' ? person : issuer
  honest.policy = honest.room.policy({ removed: [gone.identity.person] })
  return person
}

/** Sends everything back that comes. */
const mirror: Attack = {
  name: 'a mirror',
  play(far) {
    far.onPacket = (packet) => {
      // Whoever closed the pipe has what they wanted.
      if (packet.length > 0) trySend(far, packet)
    }
  },
}

/** Records an honest guest elsewhere, and plays what they said. */
const replay: Attack = {
  name: 'a replay of an honest guest',
  play(far, honest) {
    const said: Bytes[] = []
    const own = pipePair(honest.clock, {
      ...(far.binding && { binding: [far.binding[1], far.binding[0]] }),
      onWire: (packet, from) => (from === 1 && said.push(packet), [packet]),
    })
    honest.link(own.ends[0])
    createLink(own.ends[1], {
      ...honest.room.person('participant'),
      room: honest.room.room,
      policy: () => undefined,
      clock: honest.clock,
    })
    honest.clock.advance(100)
    for (const packet of said) far.send(packet)
  },
}

/** Sits between an honest guest and the host, and passes everything on; the ends have other names, as DTLS makes sure. */
const middle: Attack = {
  name: 'somebody in the middle',
  play(far, honest) {
    const own = pipePair(honest.clock, { ...(far.binding && { binding: ['sha-256 CC', 'sha-256 DD'] }) })
    const [near, guest] = own.ends
    let first = true
    near.onPacket = (packet) => {
      // Where nothing names the ends, the one in the middle must have a key of their own to read anything.
      trySend(far, far.binding || !first ? packet : withOwnKey(packet))
      first = false
    }
    far.onPacket = (packet) => trySend(near, packet)
    createLink(guest, {
      ...honest.room.person('participant'),
      room: honest.room.room,
      policy: () => undefined,
      clock: honest.clock,
    })
  },
}

function withOwnKey(hello: Bytes): Bytes {
  const key = Buffer.from(identityOf(newSecretKey()).key, 'base64url')
  return new Uint8Array(concatBytes(hello.subarray(0, 34), key))
}

function trySend(pipe: Pipe, packet: Bytes): void {
  try {
    pipe.send(packet)
  } catch {
    // The attacked end has closed it.
  }
}

const hello = (key: Uint8Array, version = 1): Bytes =>
  new Uint8Array(concatBytes(Uint8Array.of(1, version), randomBytes(32), key))
const goodKey = (): Uint8Array => Buffer.from(identityOf(newSecretKey()).key, 'base64url')
const text = (words: string): Bytes => new Uint8Array(utf8ToBytes(words))

export const ATTACKS: readonly Attack[] = [
  raw('silence'),
  // Sync step 1 and an awareness update of y-webrtc, as a stock peer sends them on an open channel.
  raw(
    'a stock y-webrtc peer',
    Uint8Array.of(0, 0, 1, 0),
    Uint8Array.of(1, 8, 1, 5, 0, 4, 110, 117, 108, 108),
  ),
  raw('y-webrtc asking for awareness', Uint8Array.of(3)),
  raw('nothing at all', new Uint8Array(0)),
  raw('a web request', text('GET / HTTP/1.1\r\nHost: x\r\n\r\n')),
  raw('long garbage', new Uint8Array(60_000).fill(1)),
  raw('a hello and no proof', hello(goodKey())),
  raw('a hello of another version', hello(goodKey(), 2)),
  raw('a hello without a point', hello(new Uint8Array(33).fill(9))),
  raw('a hello with half a point', hello(goodKey().subarray(0, 20))),
  raw('two hellos', hello(goodKey()), hello(goodKey())),
  raw('a proof in the clear', hello(goodKey()), text('\u0002{"chain":[],"signature":""}')),
  raw('a proof without end', hello(goodKey()), text(`\u0002${'['.repeat(8000)}`)),
  raw('an edit before the proof', hello(goodKey()), Uint8Array.of(3, 2, 0, 2, 1, 1)),
  raw('knocks at a link', ...Array.from({ length: 50 }, () => text('\u00d0 knock'))),
  member('a member of another session', elsewhere),
  member('a member of another session who says it is this one', ({ room }) => ({
    ...testRoom().person('facilitator'),
    room: room.room,
  })),
  member('a stranger with an invitation and no certificate', selfSigned),
  member('somebody admitted by a participant', (honest) =>
    signedBy(honest.room.person('participant'), honest),
  ),
  member('a facilitator admitted by a host that is none', (honest) =>
    signedBy(honest.room.person('participant', { host: true }), honest, { role: 'facilitator' }),
  ),
  member('a host admitted by a host that is no facilitator', (honest) =>
    signedBy(honest.room.person('participant', { host: true }), honest, { host: true }),
  ),
  member("somebody with the facilitator's certificate and another key", ({ host }) => ({
    chain: host.chain,
    identity: identityOf(newSecretKey()),
  })),
  member('somebody whose role was written over', ({ room }) => {
    const { identity, chain } = room.person('participant')
    return { identity, chain: [{ ...chain[0], role: 'facilitator' }] }
  }),
  member('somebody removed', (honest) => removed(honest, 'self')),
  member('somebody admitted by somebody removed', (honest) => removed(honest, 'issuer')),
  mirror,
  replay,
  middle,
]
