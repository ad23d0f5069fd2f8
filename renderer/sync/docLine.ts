import { decodeDocMessage, encodeDocMessage, type DocMessage } from '../../shared/session/docMessage.ts'
import type { LinkPeer } from '../../shared/session/link.ts'
import { may } from '../../shared/session/role.ts'
import { decodeVector } from '../../shared/session/vectors.ts'
import { unreachable } from '../../shared/util/assert.ts'
import type { Arrived, InboxLine, Outcome } from './docInbox.ts'
import { createDocIntake, type DocIntake } from './docIntake.ts'
import { createDocOutbox, type DocOutbox } from './docOutbox.ts'
import { createDocQuestions, type DocQuestions } from './docQuestions.ts'
import { createDocRefusals, type DocRefusals } from './docRefusals.ts'
import type { DocLineContext, OwnedLine } from './docLineContext.ts'
import type { DocLink, FromPeer } from './docSync.ts'
import type { Carrier } from './mesh/carrier.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The peer hears of what was dealt with after so many messages, or at the next beat. */
const TAKEN_EVERY = 16
/** What rests on something that does not come within so long is asked for, ms. */
const EARLY_MS = 2000
/** As much as that waits, and no more: the rest is asked for. Bytes. */
const MOST_WAITING = 4 * 2 ** 20

export const createDocLine = (
  context: DocLineContext,
  link: DocLink,
  carrier: Carrier | undefined,
  onEnd: () => void,
): OwnedLine => new PeerLine(context, link, carrier, onEnd)

class PeerLine implements OwnedLine {
  readonly #context: DocLineContext
  readonly #link: DocLink
  readonly #carrier: Carrier | undefined
  readonly #onEnd: () => void
  readonly #outbox: DocOutbox
  readonly #inbox: InboxLine
  readonly #intake: DocIntake
  readonly #questions: DocQuestions
  readonly #refusals: DocRefusals
  #lineage: string | undefined
  #over = false
  /** y-webrtc, if it is in between, sends edits only once it is ready. */
  #ready: boolean
  #toAnswer: Extract<DocMessage, { kind: 'ask' }> | undefined
  /** Edits that were sent before the newest question was heard are part of the answer. */
  #skipping = false
  #dealt = 0
  #said = 0

  constructor(context: DocLineContext, link: DocLink, carrier: Carrier | undefined, onEnd: () => void) {
    const send = (message: DocMessage): void => this.#send(message)
    this.#context = context
    this.#link = link
    this.#carrier = carrier
    this.#onEnd = onEnd
    this.#ready = carrier === undefined
    this.#outbox = createDocOutbox({
      ...context,
      link,
      mayWrite: () => context.mayWrite() && !this.#refusals.isHopeless(),
      onAnswered: () => this.#answered(),
    })
    this.#inbox = context.inbox.line((arrived) => this.#deal(arrived))
    this.#intake = createDocIntake(this, { ...context, link, carrier, send, onRefused: context.onRefused })
    this.#questions = createDocQuestions({
      ...context,
      send,
      mayBeAsked: () => this.#ready && !this.#over && this.#lineage !== undefined && this.#sameWorkshop(),
      isFirst: () => link.peer !== undefined && context.isHost(link.peer.person),
      onAsk: () => {
        if (this.#lineage !== undefined) context.adopt(this.#lineage)
      },
    })
    const makeAsk = (): void => this.#outbox.makeAsk()
    this.#refusals = createDocRefusals({
      onRefusedThere: undefined,
      ...context,
      mayRefuse: () => this.#mayRefuse(),
      makeAsk,
    })
    if (!carrier) return
    carrier.onReady = () => this.#becomeReady()
    carrier.onUpdate = (update) => this.#pass(update, context.applying())
  }

  peer(): DocLink['peer'] {
    return this.#link.peer
  }
  drained(): void {
    this.#outbox.pump()
  }
  hasMine(): boolean {
    return this.#outbox.hasMine()
  }
  isInStep(): boolean {
    return this.#questions.isInStep()
  }
  setLineage(lineage: string | undefined): void {
    if (this.#lineage === lineage) return
    this.#lineage = lineage
    this.refresh()
    if (lineage !== undefined && !this.#over) this.#questions.want()
  }
  end(): void {
    if (this.#over) return
    this.#over = true
    this.#outbox.end()
    this.#inbox.end()
    if (this.#carrier) this.#carrier.onReady = this.#carrier.onUpdate = undefined
    this.#onEnd()
    this.#questions.forget()
  }

  receive(bytes: Bytes): void {
    if (this.#over) return
    const message = decodeDocMessage(bytes)
    if (message) this.#take(message)
    else this.#intake.malformed()
  }

  onUpdate(update: Bytes, from: FromPeer | undefined): void {
    if (!this.#carrier) this.#pass(update, from)
  }
  onChanged(): void {
    this.#inbox.retry()
  }
  beat(hash: number, pending: boolean): void {
    if (this.#over || !this.#ready || !this.#sameWorkshop()) return
    this.#said = this.#dealt
    this.#send({ kind: 'beat', count: this.#dealt, hash })
    this.#outbox.pump()
    if (this.#inbox.earlyFor() > EARLY_MS) this.#giveUpEdits()
    if (pending) this.#questions.wantAgain()
  }
  refresh(): void {
    if (this.#over) return
    if (this.#sameWorkshop()) return this.#answer()
    const { peer } = this.#link
    this.end()
    if (peer) this.#context.onOtherWorkshop?.(peer)
  }

  /** Who has no document yet may have this one. */
  #sameWorkshop(): boolean {
    const [here, there] = [this.#context.lineage(), this.#lineage]
    return here === undefined || there === undefined || here === there
  }

  #send(message: DocMessage): void {
    this.#link.sendBytes('doc', encodeDocMessage(message))
  }

  #becomeReady(): void {
    if (this.#over) return
    this.#ready = true
    this.#answer()
    this.#context.turns.beat()
  }

  #take(message: DocMessage): void {
    switch (message.kind) {
      case 'ask':
        this.#toAnswer = message
        return this.#answer()
      case 'taken':
        return this.#outbox.taken(message.count)
      case 'beat':
        this.#outbox.taken(message.count)
        this.#questions.compare(message.hash)
        if (this.#questions.isInStep()) this.#refusals.settle()
        return undefined
      case 'stale':
        return this.#questions.wantAnew()
      case 'refused':
        return this.#refusals.take(message)
      case 'slice':
      case 'done':
        this.#questions.heard()
        // Edits that were sent before are part of the answer: none of them need hold it up.
        if (this.#inbox.earlyFor() > 0) this.#dealt += this.#inbox.dropEdits()
        return this.#inbox.add(message)
      case 'edit':
        this.#inbox.add(message)
        return this.#inbox.waiting() > MOST_WAITING ? this.#giveUpEdits() : undefined
      default:
        return unreachable(message)
    }
  }

  /** Answers what was asked, once that may be. */
  #answer(): void {
    const question = this.#toAnswer
    if (!question || !this.#ready || this.#over || !this.#sameWorkshop()) return
    this.#toAnswer = undefined
    const vector = decodeVector(question.vector)
    if (vector) this.#outbox.answer(question.ask, vector)
    else this.#intake.malformed()
  }

  /** Whoever had nothing has what is here now, and may have added to it. */
  #answered(): void {
    const lineage = this.#context.lineage()
    if (this.#lineage === undefined && lineage !== undefined) this.setLineage(lineage)
  }

  /** Sends an edit, or what came from somebody to whom the peer has no link. */
  #pass(update: Bytes, from: FromPeer | undefined): void {
    if (!from) return this.#outbox.edit(update, { mine: true })
    const [sender, { peer }] = [from.line.peer(), this.#link]
    if (from.line === this || !sender || !peer || !this.#context.relays(sender, peer)) return
    this.#outbox.edit(update, { person: from.person, mine: false })
  }

  #deal(arrived: Arrived): Outcome {
    if (arrived.kind === 'edit') {
      const { update, person } = arrived
      if (!this.#skipping && this.#intake.admit(update, 'live', person) === 'early') return 'early'
    } else if (this.#questions.isAnswer(arrived.ask)) this.#dealWithAnswer(arrived)
    // Answers to earlier questions are part of the one to the last.
    this.#dealt += 1
    if (this.#dealt - this.#said >= TAKEN_EVERY && !this.#over) {
      this.#said = this.#dealt
      this.#send({ kind: 'taken', count: this.#dealt })
    }
    return 'done'
  }

  #dealWithAnswer(arrived: Exclude<Arrived, { kind: 'edit' }>): void {
    this.#skipping = false
    if (arrived.kind === 'slice') {
      this.#context.onSlice(arrived.update.length, arrived.left)
      this.#questions.took(this.#intake.admit(arrived.update, 'answer', undefined) === 'done')
    } else {
      this.#context.onWhole(this.#link.peer)
      this.#questions.finish()
    }
  }

  /** What waits rests on something that does not come, or is too much: all of it is asked for instead. */
  #giveUpEdits(): void {
    this.#dealt += this.#inbox.dropEdits()
    this.#skipping = true
    this.#questions.wantAnew()
  }

  /** Facilitators' edits are not refused; participants' are, by whoever everybody believes. */
  #mayRefuse(): LinkPeer | undefined {
    const { peer } = this.#link
    const { mayEditAll, isHost } = this.#context
    return peer && !mayEditAll() && (may(peer.role, 'editAll') || isHost(peer.person)) ? peer : undefined
  }
}
