import type { Dispose } from '../util/store.ts'
import { every, type Clock } from './clock.ts'
import type { DoorAnswer, Knock } from './doorMessage.ts'
import { answerSealer, challengePacket, newChallenge, unsealKnock } from './doorSeal.ts'
import { HELLO } from './frames.ts'
import { personOf } from './identity.ts'
import type { PersonId, RoomId } from './ids.ts'
import type { Pipe } from './pipe.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Admitted = Extract<DoorAnswer, { kind: 'admitted' }>
type Refused = Extract<DoorAnswer, { kind: 'refused' }>

/** Until there must be a knock, ms. */
const KNOCK_WITHIN = 10_000
/** Between words to somebody who waits, so that they know that somebody is there, ms. */
export const STILL_WAITING = 4000
/** Packets that are kept for a link until it is made. */
const MOST_HEARD = 64

export interface DoorOptions<Way extends { readonly secret: string }> {
  readonly room: RoomId
  /** The secrets (base64url) that somebody may knock with just now, with whatever else is known of each. */
  readonly ways: () => readonly Way[]
  readonly clock: Clock
  /** Somebody knows one of the secrets, and has the key that they say. Called at most once. */
  readonly onKnock: (knocked: Knocked<Way>) => void
  /**
   * Somebody begins a link instead: they were here before. What came so far goes to `createLink` as `heard`. Without this,
   * they are turned away.
   */
  readonly onHello?: ((heard: readonly Bytes[]) => void) | undefined
  /** The pipe is gone before either. */
  readonly onEnd?: (() => void) | undefined
}

/** Somebody at the door. */
export interface Knocked<Way> {
  readonly way: Way
  readonly knock: Knock
  readonly person: PersonId
  /** Says that somebody was asked, and goes on saying so. */
  wait(): void
  /**
   * The pipe is the link's from here: `createLink` takes what this returns as `heard`. Nothing if they are gone.
   */
  admit(answer: Omit<Admitted, 'kind'>): readonly Bytes[] | undefined
  refuse(why: Refused['why'], servers?: Refused['servers']): void
  /** They are gone before they got an answer. */
  onGone: (() => void) | undefined
}

/**
 * The host's end of a guest's pipe before there is a link. Says nothing but a fresh challenge to whoever cannot show with
 * their first packet that they know a secret, and closes.
 */
export function answerDoor<Way extends { readonly secret: string }>(
  pipe: Pipe,
  options: DoorOptions<Way>,
): Dispose {
  const challenge = newChallenge()
  const stop = options.clock.after(KNOCK_WITHIN, () => pipe.close())
  let [knocked, handedOver] = [false, false]
  pipe.onPacket = (packet) => {
    stop()
    if (packet[0] === HELLO && !knocked && options.onHello) {
      handedOver = true
      return options.onHello(keepPackets(pipe, packet))
    }
    const found = knocked ? undefined : knockIn(packet, challenge, options)
    knocked = true
    if (found) options.onKnock(answering(pipe, options.clock, found, () => (handedOver = true)))
    else pipe.close()
  }
  pipe.onClose = () => {
    stop()
    options.onEnd?.()
  }
  sendOver(pipe, challengePacket(challenge))
  return () => {
    if (!handedOver) pipe.close()
  }
}

interface Found<Way> {
  readonly way: Way
  readonly knock: Knock
}

function knockIn<Way extends { readonly secret: string }>(
  packet: Bytes,
  challenge: string,
  { room, ways }: DoorOptions<Way>,
): Found<Way> | undefined {
  for (const way of ways()) {
    const knock = unsealKnock(way.secret, challenge, packet)
    if (!knock) continue
    if (knock.room !== room || (knock.chain && knock.chain[0].key !== knock.key)) return undefined
    return { way, knock }
  }
  return undefined
}

function answering<Way extends { readonly secret: string }>(
  pipe: Pipe,
  clock: Clock,
  { way, knock }: Found<Way>,
  onHandOver: () => void,
): Knocked<Way> {
  const sealed = answerSealer(way.secret, knock)
  let over = false
  let stopWaiting: Dispose | undefined
  const say = (answer: DoorAnswer): boolean => sendOver(pipe, sealed(answer))
  function finish(): boolean {
    if (over) return false
    over = true
    stopWaiting?.()
    return true
  }
  const self: Knocked<Way> = {
    way,
    knock,
    person: personOf(knock.key),
    wait() {
      if (over || stopWaiting) return
      stopWaiting = every(clock, STILL_WAITING, () => say({ kind: 'waiting' }))
      say({ kind: 'waiting' })
    },
    admit(answer) {
      if (!finish() || !say({ kind: 'admitted', ...answer })) return undefined
      onHandOver()
      return keepPackets(pipe)
    },
    refuse(why, servers) {
      if (finish()) say({ kind: 'refused', why, ...(servers && { servers }) })
      pipe.close()
    },
    onGone: undefined,
  }
  pipe.onClose = () => {
    if (finish()) self.onGone?.()
  }
  return self
}

/** What comes until somebody else listens. A link that begins late misses nothing. */
export function keepPackets(pipe: Pipe, ...first: readonly Bytes[]): readonly Bytes[] {
  const heard = [...first]
  pipe.onPacket = (packet) => {
    if (heard.length < MOST_HEARD) heard.push(packet)
    else pipe.close()
  }
  pipe.onClose = undefined
  return heard
}

/** False if the pipe is gone. */
export function sendOver(pipe: Pipe, packet: Bytes): boolean {
  try {
    pipe.send(packet)
    return true
  } catch {
    return false
  }
}
