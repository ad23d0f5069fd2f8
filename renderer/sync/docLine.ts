import * as Y from 'yjs'
import { decodeDocMessage, encodeDocMessage, type DocMessage } from '../../shared/session/docMessage.ts'
import type { UpdateKind } from '../../shared/session/gate/gate.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import { decodeVector } from '../../shared/session/vectors.ts'
import { unreachable } from '../../shared/util/assert.ts'
import type { Asked, AskInTurn } from './askInTurn.ts'
import type { Arrived, DocInbox, Outcome } from './docInbox.ts'
import { createDocOutbox } from './docOutbox.ts'
import type { DocLine, DocLink, DocSyncOptions, FromPeer } from './docSync.ts'
import type { Carrier } from './mesh/carrier.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What all lines of a document share. */
export interface DocLineContext extends DocSyncOptions {
  readonly turns: AskInTurn
  readonly inbox: DocInbox
  /** Of the state vector now. */
  readonly hash: () => number
  /** The document here had this hash a moment ago. */
  readonly wasHere: (hash: number) => boolean
  readonly adopt: (lineage: string) => void
  /** Whose update is being applied just now. */
  readonly applying: () => FromPeer | undefined
  readonly apply: (from: FromPeer, run: () => void) => void
  readonly onSlice: (bytes: number, left: number) => void
  readonly onWhole: () => void
}

export interface OwnedLine extends DocLine {
  /** The document changed, by an update of `from` or here. */
  onUpdate(update: Bytes, from: FromPeer | undefined): void
  /** All changes that follow from an update are made. */
  onChanged(): void
  /** `pending`: the document here is known to lack something. */
  beat(hash: number, pending: boolean): void
  refresh(): void
}

/** The peer hears of what was dealt with after so many messages, or at the next beat. */
const TAKEN_EVERY = 16
/** What rests on something that does not come within so long is asked for, ms. */
const EARLY_MS = 2000
/** As much as that waits, and no more: the rest is asked for. Bytes. */
const MOST_WAITING = 4 * 2 ** 20
/** The pause between two questions that brought nothing, ms: doubled each time. */
const [LEAST_PAUSE_MS, MOST_PAUSE_MS] = [2000, 30_000]

export function createDocLine(
  context: DocLineContext,
  link: DocLink,
  carrier: Carrier | undefined,
  onEnd: () => void,
): OwnedLine {
  return new PeerLine(context, link, carrier, onEnd)
}

class PeerLine implements OwnedLine, Asked {
  readonly #context: DocLineContext
  readonly #link: DocLink
  readonly #carrier: Carrier | undefined
  readonly #onEnd: () => void
  readonly #outbox
  readonly #inbox
  readonly #origins = new Map<PersonId, FromPeer>()
  #lineage: string | undefined
  #over = false
  /** y-webrtc, if it is in between, sends edits only once it is ready. */
  #ready: boolean
  #question: Extract<DocMessage, { kind: 'ask' }> | undefined
  /** The last question: its number, and whether it is still to be answered. */
  #ask = 0
  #awaiting = false
  #askedAt = -Infinity
  #pause = LEAST_PAUSE_MS
  /** Something of the answer could not be used, or brought something new. */
  #lacking = false
  #brought = false
  /** Edits that were sent before the question was heard are part of the answer. */
  #skipping = false
  #dealt = 0
  #said = 0
  #theirs: number | undefined
  #differs = 0

  constructor(context: DocLineContext, link: DocLink, carrier: Carrier | undefined, onEnd: () => void) {
    this.#context = context
    this.#link = link
    this.#carrier = carrier
    this.#onEnd = onEnd
    this.#ready = carrier === undefined
    this.#outbox = createDocOutbox({ ...context, link, onAnswered: () => this.#answered() })
    this.#inbox = context.inbox.line((arrived) => this.#deal(arrived))
    if (!carrier) return
    carrier.onReady = () => this.#becomeReady()
    carrier.onUpdate = (update) => this.#pass(update, context.applying())
  }

  setLineage(lineage: string | undefined): void {
    if (this.#lineage === lineage) return
    this.#lineage = lineage
    this.refresh()
    if (lineage !== undefined && !this.#over) this.#context.turns.want(this)
  }

  receive(bytes: Bytes): void {
    if (this.#over) return
    const message = decodeDocMessage(bytes)
    if (!message) return this.#refuse('malformed', true)
    switch (message.kind) {
      case 'ask':
        this.#question = message
        return this.#answer()
      case 'taken':
        return this.#outbox.taken(message.count)
      case 'beat':
        this.#outbox.taken(message.count)
        return this.#compare(message.hash)
      case 'stale':
        return this.#resync()
      case 'refused': {
        const { peer } = this.#link
        if (peer) this.#context.onRefusedThere?.(peer)
        return undefined
      }
      case 'slice':
      case 'done':
      case 'edit':
        if (message.kind !== 'edit') this.#context.turns.heard(this)
        this.#inbox.add(message)
        if (this.#inbox.waiting() > MOST_WAITING) this.#giveUpEdits()
        return undefined
      default:
        return unreachable(message)
    }
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
    return this.#theirs === this.#context.hash()
  }
  end(): void {
    if (this.#over) return
    this.#over = true
    this.#outbox.end()
    this.#inbox.end()
    if (this.#carrier) this.#carrier.onReady = this.#carrier.onUpdate = undefined
    this.#onEnd()
    this.#context.turns.forget(this)
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
    if (pending) this.#askAgain()
  }
  refresh(): void {
    const [here, there] = [this.#context.lineage(), this.#lineage]
    if (here === undefined || there === undefined || here === there || this.#over) return this.#answer()
    const { peer } = this.#link
    this.end()
    if (peer) this.#context.onOtherWorkshop?.(peer)
  }

  /** As somebody to be asked: who has nothing yet has no answer. */
  mayBeAsked(): boolean {
    return this.#ready && !this.#over && this.#lineage !== undefined && this.#sameWorkshop()
  }
  isFirst(): boolean {
    const { peer } = this.#link
    return peer !== undefined && this.#context.isHost(peer.person)
  }
  ask(): void {
    if (this.#lineage !== undefined) this.#context.adopt(this.#lineage)
    this.#ask = (this.#ask + 1) & 255
    this.#awaiting = true
    this.#askedAt = this.#context.now()
    this.#lacking = this.#brought = false
    const vector = new Uint8Array(Y.encodeStateVector(this.#context.doc))
    this.#send({ kind: 'ask', ask: this.#ask, vector })
  }

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

  /** Answers what was asked, once that may be. */
  #answer(): void {
    const question = this.#question
    if (!question || !this.#ready || this.#over || !this.#sameWorkshop()) return
    this.#question = undefined
    const vector = decodeVector(question.vector)
    if (vector) this.#outbox.answer(question.ask, vector)
    else this.#refuse('malformed', true)
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
    const outcome = arrived.kind === 'edit' ? this.#dealWithEdit(arrived) : this.#dealWithAnswer(arrived)
    if (outcome === 'early') return outcome
    this.#dealt += 1
    if (this.#dealt - this.#said >= TAKEN_EVERY && !this.#over) {
      this.#said = this.#dealt
      this.#send({ kind: 'taken', count: this.#dealt })
    }
    return outcome
  }

  #dealWithEdit({ update, person }: Extract<Arrived, { kind: 'edit' }>): Outcome {
    return this.#skipping ? 'done' : this.#admit(update, 'live', person)
  }

  #dealWithAnswer(arrived: Exclude<Arrived, { kind: 'edit' }>): Outcome {
    // Answers to earlier questions are part of the one to the last.
    if (!this.#awaiting || arrived.ask !== this.#ask) return 'done'
    this.#skipping = false
    if (arrived.kind === 'done') this.#finish()
    else {
      this.#context.onSlice(arrived.update.length, arrived.left)
      const outcome = this.#admit(arrived.update, 'answer', undefined)
      if (outcome === 'early') this.#lacking = true
      else this.#brought = true
    }
    return 'done'
  }

  #finish(): void {
    this.#awaiting = false
    this.#context.onWhole()
    this.#pause = this.#brought && !this.#lacking ? LEAST_PAUSE_MS : Math.min(2 * this.#pause, MOST_PAUSE_MS)
    this.#context.turns.done(this)
  }

  #admit(update: Bytes, kind: UpdateKind, onBehalf: PersonId | undefined): Outcome {
    const { peer } = this.#link
    if (!peer || this.#over) return 'done'
    const verdict = this.#context.gate.admit(update, { peer, onBehalf }, kind)
    if (verdict.kind === 'early') return 'early'
    if (verdict.kind === 'refused') this.#refuse(verdict.why, verdict.strike)
    else this.#apply(verdict.update, this.#originOf(onBehalf ?? peer.person))
    return 'done'
  }

  #apply(update: Bytes, origin: FromPeer): void {
    const { doc, apply } = this.#context
    try {
      apply(origin, () => {
        if (this.#carrier) this.#carrier.takeUpdate(update)
        else Y.applyUpdate(doc, update, origin)
      })
    } catch (error) {
      console.error('an update that was admitted cannot be applied:', error)
      this.#refuse('malformed', true)
    }
  }

  #originOf(person: PersonId): FromPeer {
    const known = this.#origins.get(person)
    if (known) return known
    const origin: FromPeer = { line: this, person }
    this.#origins.set(person, origin)
    return origin
  }

  #refuse(why: string, strike: boolean): void {
    const { peer } = this.#link
    if (peer) this.#context.onRefused?.(peer, why, strike)
    this.#send({ kind: 'refused' })
    if (strike) this.#link.strike()
  }

  /** What waits rests on something that does not come, or is too much: all of it is asked for instead. */
  #giveUpEdits(): void {
    this.#dealt += this.#inbox.dropEdits()
    this.#skipping = true
    this.#resync()
  }

  #resync(): void {
    // The answer to the last question will not be whole.
    if (this.#context.turns.isAsked(this)) this.#context.turns.done(this)
    this.#context.turns.want(this)
  }

  /** Twice in a row something else than here, and nothing that was here before: they have what is lacking here. */
  #compare(theirs: number): void {
    this.#theirs = theirs
    const here = this.#context.hash()
    const isSame = theirs === here
    this.#differs = isSame || this.#context.wasHere(theirs) ? 0 : this.#differs + 1
    if (isSame) this.#pause = LEAST_PAUSE_MS
    if (this.#differs >= 2) this.#askAgain()
  }

  /** What others do not have either is asked for ever more rarely. */
  #askAgain(): void {
    if (this.#context.now() - this.#askedAt < this.#pause) return
    this.#differs = 0
    this.#context.turns.want(this)
  }
}
