import * as Y from 'yjs'
import type { DocMessage } from '../../shared/session/docMessage.ts'
import type { Asked, AskInTurn } from './askInTurn.ts'

export interface DocQuestionsOptions {
  readonly doc: Y.Doc
  readonly turns: AskInTurn
  readonly now: () => number
  readonly send: (message: DocMessage) => void
  readonly mayBeAsked: () => boolean
  readonly isFirst: () => boolean
  /** Of the state vector here. */
  readonly hash: () => number
  /** The document here had this hash a moment ago. */
  readonly wasHere: (hash: number) => boolean
  /** About to ask. */
  readonly onAsk: () => void
}

/** What is asked of one peer, and when: at first, when told to, and whenever they seem to have what is lacking here. */
export interface DocQuestions {
  /** As soon as it is this peer's turn. */
  want(): void
  /** The same, and what is still coming is not waited for. */
  wantAnew(): void
  /** The same, but what brought nothing is asked for ever more rarely. */
  wantAgain(): void
  /** A part of an answer has arrived. */
  heard(): void
  /** It belongs to the newest question. */
  isAnswer(ask: number): boolean
  /** What came of a part: it could not be used, or it could. */
  took(used: boolean): void
  /** The answer is whole. */
  finish(): void
  /** They said how far they are. */
  compare(theirs: number): void
  isInStep(): boolean
  forget(): void
}

/** The pause between two questions that brought nothing, ms: doubled each time. */
const [LEAST_PAUSE_MS, MOST_PAUSE_MS] = [2000, 30_000]

export function createDocQuestions(options: DocQuestionsOptions): DocQuestions {
  const { doc, turns, now, send, hash } = options
  let ask = 0
  let awaiting = false
  let askedAt = -Infinity
  let pause = LEAST_PAUSE_MS
  let [brought, lacking] = [false, false]
  let theirHash: number | undefined
  let differs = 0

  const asked: Asked = {
    mayBeAsked: options.mayBeAsked,
    isFirst: options.isFirst,
    ask() {
      options.onAsk()
      ask = (ask + 1) & 255
      awaiting = true
      askedAt = now()
      brought = lacking = false
      send({ kind: 'ask', ask, vector: new Uint8Array(Y.encodeStateVector(doc)) })
    },
  }

  function wantAgain(): void {
    if (now() - askedAt < pause) return
    differs = 0
    turns.want(asked)
  }

  return {
    want: () => turns.want(asked),
    wantAnew() {
      if (turns.isAsked(asked)) turns.done(asked)
      turns.want(asked)
    },
    wantAgain,
    heard: () => turns.heard(asked),
    isAnswer: (given) => awaiting && given === ask,
    took(used) {
      if (used) brought = true
      else lacking = true
    },
    finish() {
      awaiting = false
      pause = brought && !lacking ? LEAST_PAUSE_MS : Math.min(2 * pause, MOST_PAUSE_MS)
      turns.done(asked)
    },
    compare(theirs) {
      theirHash = theirs
      const isSame = theirs === hash()
      if (isSame) pause = LEAST_PAUSE_MS
      // Who has what was here a moment ago is behind, and will ask.
      differs = isSame || options.wasHere(theirs) ? 0 : differs + 1
      if (differs >= 2) wantAgain()
    },
    isInStep: () => theirHash === hash(),
    forget: () => turns.forget(asked),
  }
}
