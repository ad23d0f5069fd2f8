import type { Dispose } from '../util/store.ts'
import { keepPackets, sendOver, STILL_WAITING } from './answerDoor.ts'
import { MOST_PERSON_NAME, type Chain, type PeerKind } from './certificate.ts'
import { provenBy, validPolicy } from './certify.ts'
import type { Clock } from './clock.ts'
import type { DoorAnswer } from './doorMessage.ts'
import { answerReader, challengeIn, sealKnock } from './doorSeal.ts'
import type { Identity } from './identity.ts'
import type { RoomId } from './ids.ts'
import type { Pipe } from './pipe.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Admitted = Extract<DoorAnswer, { kind: 'admitted' }>
export type Refused = Extract<DoorAnswer, { kind: 'refused' }>

/** ms without a word until nobody is taken to be there. */
const SILENT = 3 * STILL_WAITING

export interface KnockOptions {
  /** Of the invitation, of its four words, or for members who come back the epoch secret: base64url. */
  readonly secret: string
  readonly identity: Identity
  readonly name: string
  readonly peer: PeerKind
  /** From an earlier visit. */
  readonly chain?: Chain | undefined
  readonly room: RoomId
  readonly clock: Clock
  /** Somebody was asked. */
  readonly onWaiting: () => void
  /**
   * In. The pipe is the link's from here: `createLink` takes `heard` besides it, now or a little later. Whose the answer is,
   * is proven: the certificate is for this identity and holds under the policy, which is one of this room.
   */
  readonly onAdmitted: (answer: Admitted, heard: readonly Bytes[]) => void
  readonly onRefused: (answer: Refused) => void
  /** The pipe went, nobody answered, or what answered knows no secret of this session. */
  readonly onEnd: (why: 'closed' | 'silent' | 'broken') => void
}

/** Asks to be let in over a fresh pipe. What it returns stops asking. */
export function knockAt(pipe: Pipe, options: KnockOptions): Dispose {
  const { clock } = options
  let read: ((packet: Bytes) => DoorAnswer | undefined) | undefined
  let over = false
  let stop = clock.after(SILENT, () => give('silent'))

  /** True the first time. */
  function finish(): boolean {
    if (over) return false
    over = true
    stop()
    return true
  }
  function give(why: 'closed' | 'silent' | 'broken'): void {
    if (!finish()) return
    pipe.close()
    options.onEnd(why)
  }
  function take(packet: Bytes): void {
    stop()
    stop = clock.after(SILENT, () => give('silent'))
    if (read) return takeAnswer(read(packet))
    const challenge = challengeIn(packet)
    if (challenge === undefined) return give('broken')
    read = answerReader(options.secret, options.identity, challenge)
    if (!sendOver(pipe, ownKnock(options, challenge))) give('closed')
  }
  function takeAnswer(answer: DoorAnswer | undefined): void {
    if (!answer || answer.kind === 'challenge') return give('broken')
    if (answer.kind === 'waiting') return options.onWaiting()
    if (answer.kind === 'admitted' && !isSound(answer, options)) return give('broken')
    if (!finish()) return
    if (answer.kind === 'admitted') return options.onAdmitted(answer, keepPackets(pipe))
    pipe.close()
    options.onRefused(answer)
  }

  pipe.onPacket = (packet) => {
    if (!over) take(packet)
  }
  pipe.onClose = () => give('closed')
  return () => {
    if (finish()) pipe.close()
  }
}

function ownKnock({ secret, identity, room, name, peer, chain }: KnockOptions, challenge: string): Bytes {
  return sealKnock(secret, identity, {
    room,
    name: name.trim().slice(0, MOST_PERSON_NAME),
    peer,
    ...(chain && { chain }),
    challenge,
  })
}

/** Whoever has the invitation could answer; only the room's members can let in. */
function isSound({ chain, policy, signer }: Admitted, { room, identity }: KnockOptions): boolean {
  if (chain[0].key !== identity.key) return false
  const valid = validPolicy(policy, room, signer ? [signer] : [], undefined)
  return valid !== undefined && provenBy(chain, room, valid) !== undefined
}
