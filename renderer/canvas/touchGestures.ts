import { distance, sub, type Vec } from '../../shared/geometry/vec.ts'
import { dragThreshold } from '../editor/pointerReach.ts'
import { pinchMeaning, spanOf, type Pinch, type Span } from './pinch.ts'

/** What one finger does where it went down: decided then, so that a gesture never changes its mind. */
export interface FingerMeaning {
  /** A tap is a click with the tool. */
  readonly tap: boolean
  /** A drag goes to the tool, or moves the view. */
  readonly drag: 'tool' | 'view'
  /** Holding still opens the context menu. */
  readonly hold: boolean
  /** A drag after holding still goes to the tool: the rubber band. */
  readonly holdDrag: boolean
}

/** Something that fingers did, or that time passed. Positions are screen units, times ms. */
export type TouchInput =
  | {
      readonly type: 'down'
      readonly id: number
      readonly at: Vec
      readonly time: number
      readonly meaning: FingerMeaning
    }
  | { readonly type: 'move' | 'up'; readonly id: number; readonly at: Vec; readonly time: number }
  /** The system took one finger away. */
  | { readonly type: 'lost'; readonly id: number }
  /** All fingers are to be forgotten until they are put down again: a pen has come, or Escape. */
  | { readonly type: 'forget' }
  | { readonly type: 'time'; readonly time: number }

/** What is to be done about it, in screen units. */
export type TouchAct =
  | { readonly act: 'press' | 'drag' | 'release' | 'doubleTap' | 'menu'; readonly at: Vec }
  /** What the tool had begun did not happen. */
  | { readonly act: 'cancel' }
  /** The board follows the fingers: by so much, then larger by a factor about a point. */
  | { readonly act: 'view'; readonly by: Vec; readonly scale: number; readonly about: Vec }

type Phase =
  | { readonly kind: 'none' }
  /** One finger, not moved yet: a tap, a drag, a hold or the first of two. The tool has not heard of it. */
  | {
      readonly kind: 'waiting'
      readonly id: number
      readonly from: Vec
      readonly since: number
      readonly meaning: FingerMeaning
    }
  /** It was held until the menu opened. */
  | { readonly kind: 'held'; readonly id: number; readonly from: Vec; readonly meaning: FingerMeaning }
  | { readonly kind: 'tool'; readonly id: number }
  | { readonly kind: 'view'; readonly id: number }
  | {
      readonly kind: 'pinch'
      readonly ids: Pair
      readonly means: Pinch
      readonly from: Span
      /** Of the latest movement: both fingers' movements of one moment come one after the other. */
      readonly time: number
    }
  /** Done, but fingers are still down. */
  | { readonly kind: 'spent' }

type Pair = readonly [number, number]

export interface TouchState {
  readonly phase: Phase
  readonly fingers: ReadonlyMap<number, Vec>
  /** The tap that another one soon would make a double tap. */
  readonly tapped: { readonly at: Vec; readonly time: number } | undefined
}

export interface Recognised {
  readonly state: TouchState
  readonly acts: readonly TouchAct[]
}

export const NO_TOUCH: TouchState = { phase: { kind: 'none' }, fingers: new Map(), tapped: undefined }

/** A finger this long in one place is a long press, in ms. */
export const LONG_PRESS = 500
/** The second of two taps comes sooner than this, in ms … */
const DOUBLE_TAP = 300
/** … and lands nearer than this, in screen units. */
const DOUBLE_TAP_REACH = 24

/** Makes gestures of touches: a pure state machine, so that each rule can be tested without a screen. */
export function recognise(state: TouchState, input: TouchInput): Recognised {
  switch (input.type) {
    case 'down':
      return fingerDown(state, input)
    case 'move':
      return state.fingers.has(input.id) ? fingerMoved(state, input) : { state, acts: [] }
    case 'up':
      return state.fingers.has(input.id) ? fingerUp(state, input) : { state, acts: [] }
    case 'lost':
      return fingerLost(state, input.id)
    case 'forget':
      return { state: NO_TOUCH, acts: undoneBy(state.phase) }
    case 'time':
      return held(state, input.time)
  }
}

/** When holding still would become a long press, in ms; nothing while it cannot. */
export const holdsUntil = ({ phase }: TouchState): number | undefined =>
  phase.kind === 'waiting' && phase.meaning.hold ? phase.since + LONG_PRESS : undefined

const undoneBy = ({ kind }: Phase): readonly TouchAct[] => (kind === 'tool' ? [{ act: 'cancel' }] : [])

function fingerDown(
  state: TouchState,
  { id, at, time, meaning }: Extract<TouchInput, { type: 'down' }>,
): Recognised {
  const fingers = new Map(state.fingers).set(id, at)
  const { phase, tapped } = state
  switch (phase.kind) {
    case 'none':
      return {
        state: { fingers, tapped, phase: { kind: 'waiting', id, from: at, since: time, meaning } },
        acts: [],
      }
    case 'waiting':
    case 'held':
    case 'tool':
    case 'view': {
      // Whatever the first finger had begun is not what was meant.
      const ids: Pair = [phase.id, id]
      const pinch: Phase = { kind: 'pinch', ids, means: 'notSure', from: spanIn(fingers, ids), time }
      return { state: { fingers, tapped: undefined, phase: pinch }, acts: undoneBy(phase) }
    }
    case 'pinch':
    case 'spent':
      return { state: { ...state, fingers }, acts: [] }
  }
}

function fingerMoved(
  state: TouchState,
  { id, at, time }: { readonly id: number; readonly at: Vec; readonly time: number },
): Recognised {
  const before = state.fingers
  const fingers = new Map(before).set(id, at)
  const { phase } = state
  const go = (next: Phase, acts: readonly TouchAct[] = []): Recognised => ({
    state: { ...state, fingers, phase: next },
    acts,
  })
  switch (phase.kind) {
    case 'waiting':
      if (distance(at, phase.from) < dragThreshold('touch')) return go(phase)
      return phase.meaning.drag === 'tool'
        ? go({ kind: 'tool', id }, begun(phase.from, at))
        : go({ kind: 'view', id }, [moved(phase.from, at)])
    case 'held':
      if (distance(at, phase.from) < dragThreshold('touch')) return go(phase)
      return phase.meaning.holdDrag ? go({ kind: 'tool', id }, begun(phase.from, at)) : go({ kind: 'spent' })
    case 'tool':
      return go(phase, id === phase.id ? [{ act: 'drag', at }] : [])
    case 'view':
      return go(phase, id === phase.id ? [moved(before.get(id) ?? at, at)] : [])
    case 'pinch':
      return phase.ids.includes(id)
        ? go(...pinched({ ...phase, time }, time > phase.time, before, fingers))
        : go(phase)
    case 'none':
    case 'spent':
      return go(phase)
  }
}

const begun = (from: Vec, at: Vec): readonly TouchAct[] => [
  { act: 'press', at: from },
  { act: 'drag', at },
]

const moved = (from: Vec, to: Vec): TouchAct => ({ act: 'view', by: sub(to, from), scale: 1, about: to })

function pinched(
  phase: Extract<Phase, { kind: 'pinch' }>,
  newMoment: boolean,
  before: ReadonlyMap<number, Vec>,
  after: ReadonlyMap<number, Vec>,
): [Phase, readonly TouchAct[]] {
  const [was, is] = [spanIn(before, phase.ids), spanIn(after, phase.ids)]
  // Judged by where both fingers were a moment ago: in between, one of them lags behind.
  const means = newMoment ? pinchMeaning(phase.means, phase.from, was) : phase.means
  // What it took to be sure is not made up for: the board would jump.
  if (means === 'notSure') return [phase, []]
  const scale = means === 'zoom' && was.length > 0 && is.length > 0 ? is.length / was.length : 1
  return [{ ...phase, means }, [{ act: 'view', by: sub(is.middle, was.middle), scale, about: is.middle }]]
}

const spanIn = (fingers: ReadonlyMap<number, Vec>, [first, second]: Pair): Span =>
  spanOf(fingers.get(first) ?? [0, 0], fingers.get(second) ?? [0, 0])

function fingerUp(
  state: TouchState,
  input: { readonly id: number; readonly at: Vec; readonly time: number },
): Recognised {
  const { phase } = state
  const left = without(state, input.id)
  if (phase.kind === 'waiting') return phase.meaning.tap ? tappedAt(left, input) : { state: left, acts: [] }
  if (phase.kind === 'tool' && phase.id === input.id)
    return { state: left, acts: [{ act: 'release', at: input.at }] }
  return { state: left, acts: [] }
}

function tappedAt(state: TouchState, { at, time }: { readonly at: Vec; readonly time: number }): Recognised {
  const click: readonly TouchAct[] = [
    { act: 'press', at },
    { act: 'release', at },
  ]
  const first = state.tapped
  if (!first || time - first.time > DOUBLE_TAP || distance(at, first.at) > DOUBLE_TAP_REACH)
    return { state: { ...state, tapped: { at, time } }, acts: click }
  return { state: { ...state, tapped: undefined }, acts: [...click, { act: 'doubleTap', at: first.at }] }
}

function fingerLost(state: TouchState, id: number): Recognised {
  const { phase } = state
  return { state: without(state, id), acts: phase.kind === 'tool' && phase.id === id ? undoneBy(phase) : [] }
}

/** The state once a finger is gone. One that is left of two goes on moving the view: it has not begun anything. */
function without(state: TouchState, id: number): TouchState {
  const fingers = new Map(state.fingers)
  fingers.delete(id)
  return { ...state, fingers, phase: fingers.size === 0 ? { kind: 'none' } : phaseWithout(state.phase, id) }
}

function phaseWithout(phase: Phase, id: number): Phase {
  if (phase.kind === 'pinch') {
    const [first, second] = phase.ids
    if (id === first) return { kind: 'view', id: second }
    return id === second ? { kind: 'view', id: first } : phase
  }
  return 'id' in phase && phase.id === id ? { kind: 'spent' } : phase
}

function held(state: TouchState, time: number): Recognised {
  const { phase } = state
  const until = holdsUntil(state)
  if (phase.kind !== 'waiting' || until === undefined || time < until) return { state, acts: [] }
  const { id, from, meaning } = phase
  const next: Phase = { kind: 'held', id, from, meaning }
  return { state: { ...state, tapped: undefined, phase: next }, acts: [{ act: 'menu', at: from }] }
}
