import * as Y from 'yjs'
import { encodeDocMessage, MOST_UPDATE_BYTES, type DocMessage } from '../../shared/session/docMessage.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import type { Link } from '../../shared/session/link.ts'
import { slices, type Slice } from '../../shared/session/slices.ts'
import { vectorOf, type Vector } from '../../shared/session/vectors.ts'

/** Longer edits are not sent as they are: the peer is told to ask, and gets slices. Bytes. */
export const MOST_EDIT_BYTES = 64 * 1024
/** While so much waits in the link, edits are not sent any more but left to be asked for. Bytes. */
const MOST_WAITING = 512 * 1024
/** An answer goes on while less waits in the link. Bytes. */
const ANSWER_AHEAD = 192 * 1024
/** Messages that may be on their way without the peer having dealt with them. */
const MOST_UNTAKEN = 64
/** Clocks that are lacking, to be given at once: letters and values. */
const MOST_AT_ONCE = 50_000
/** Longest turn, ms. */
const TURN_MS = 6

export interface DocOutboxOptions {
  readonly doc: Y.Doc
  readonly link: Pick<Link, 'sendBytes' | 'queued'>
  readonly now: () => number
  readonly yieldNow: (run: () => void) => void
  readonly mayWrite: () => boolean
  /** Else answers are given at once, if they are short enough: the peer judges what comes of all of it. */
  readonly mayEditAll: () => boolean
  /** An answer was given whole. */
  readonly onAnswered: () => void
}

/** What goes out to one peer: answers in slices, and edits as they are made once it has everything before them. */
export interface DocOutbox {
  answer(ask: number, vector: Vector): void
  /** An edit was made or arrived. `person`: whose it is, if it is only passed on. `mine`: made in this window. */
  edit(
    update: Uint8Array<ArrayBuffer>,
    whose: { readonly person?: PersonId | undefined; readonly mine: boolean },
  ): void
  /** Has the peer ask: what is new is not sent as it comes before it does. */
  makeAsk(): void
  /** The peer has dealt with so many messages. */
  taken(count: number): void
  /** Goes on with an answer that had to wait. */
  pump(): void
  /** The peer has dealt with all edits of this window. */
  hasMine(): boolean
  end(): void
}

/**
 * `deaf`: has not asked yet, and would not know what edits rest on. `answering`: what is new goes into the answer. `live`: gets
 * edits as they come. `behind`: was told to ask, and gets nothing before it does.
 */
type State = 'deaf' | 'answering' | 'live' | 'behind'

export function createDocOutbox(options: DocOutboxOptions): DocOutbox {
  const { doc, link, now, yieldNow, mayWrite, mayEditAll, onAnswered } = options
  let state: State = 'deaf'
  let answer: { readonly ask: number; readonly rest: Iterator<Slice, void> } | undefined
  let [bytes, structs] = [0, 0]
  let [sent, taken] = [0, 0]
  /** The message that brought the newest edit of this window; nothing while one of those has not been sent. */
  let mine: number | undefined
  let again = false
  let over = false

  function send(message: DocMessage): void {
    link.sendBytes('doc', encodeDocMessage(message))
    if (message.kind === 'slice' || message.kind === 'done' || message.kind === 'edit') sent += 1
  }

  function sendSlice(ask: number, { update, structs: count, left }: Slice): void {
    bytes += update.length
    structs += count
    // What is still to come is about as long, for its number of structs, as what was given.
    send({ kind: 'slice', ask, left: Math.ceil((left * bytes) / Math.max(1, structs)), update })
  }

  const hasRoom = (): boolean => link.queued('doc') < ANSWER_AHEAD && sent - taken < MOST_UNTAKEN

  function pump(): void {
    const start = now()
    while (answer && !over && hasRoom()) {
      if (now() - start > TURN_MS) return later()
      const { value } = answer.rest.next()
      // Everything that was ever added has been given: edits from now on rest on nothing else.
      if ((!value || value.kind === 'deletions') && state === 'answering') state = 'live'
      if (value) sendSlice(answer.ask, value)
      else finish(answer.ask)
    }
  }

  function finish(ask: number): void {
    answer = undefined
    send({ kind: 'done', ask })
    mine ??= sent
    onAnswered()
  }

  /** Nothing is worked out before there is room for it: what is new until then is a part of it. */
  function* answerTo(vector: Vector): Generator<Slice, void, undefined> {
    if (!mayWrite()) return
    const whole = mayEditAll() ? undefined : atOnce(doc, vector)
    if (whole) yield whole
    else yield* slices(doc, vector)
  }

  function makeAsk(): void {
    state = 'behind'
    answer = undefined
    send({ kind: 'stale' })
  }

  function later(): void {
    if (again) return
    again = true
    yieldNow(() => {
      again = false
      pump()
    })
  }

  return {
    answer(ask, vector) {
      answer = { ask, rest: answerTo(vector) }
      state = 'answering'
      mine = undefined
      bytes = structs = 0
      pump()
    },
    edit(update, { person, mine: isMine }) {
      if (over || !mayWrite()) return
      if (isMine) mine = undefined
      if (state !== 'live') return
      if (update.length > MOST_EDIT_BYTES || link.queued('doc') > MOST_WAITING) {
        return makeAsk()
      }
      send({ kind: 'edit', update, person })
      // While deletions are still being given, an edit of before may be among them.
      if (isMine && !answer) mine = sent
    },
    makeAsk,
    taken(count) {
      taken = Math.min(count, sent)
      pump()
    },
    pump,
    hasMine: () => state === 'live' && mine !== undefined && taken >= mine,
    end() {
      over = true
      answer = undefined
    },
  }
}

/** All that is lacking in one; nothing if that is too long. */
function atOnce(doc: Y.Doc, vector: Vector): Slice | undefined {
  const clocks = [...vectorOf(doc)].reduce(
    (sum, [client, clock]) => sum + Math.max(0, clock - (vector.get(client) ?? 0)),
    0,
  )
  if (clocks > MOST_AT_ONCE) return undefined
  const lacking = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(vector)))
  if (lacking.length > MOST_UPDATE_BYTES) return undefined
  return { update: new Uint8Array(lacking), kind: 'deletions', structs: 1, left: 0 }
}
