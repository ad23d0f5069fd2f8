import type { ReadingDirection } from '../../../shared/model/readingOrder.ts'
import { createStore, type Dispose, type Store } from '../../../shared/util/store.ts'
import type { Editor } from '../editor.ts'
import { nextTask } from '../inSlices.ts'
import { samePart, type Match } from './match.ts'
import { replaceMatches, type Replaced } from './replaceMatches.ts'
import { createSearch, type Query } from './search.ts'
import { showMatch } from './showMatch.ts'

export interface FindState {
  readonly query: Query
  /** On all boards, board by board as they are read. */
  readonly matches: readonly Match[]
  /** Which of the matches is shown; -1 for none. */
  readonly current: number
  readonly busy: boolean
}

/** Looks for a text on all boards, and keeps what it found up to date while the boards change. */
export interface Finder {
  readonly state: Store<FindState>
  /** Starts looking. The first match on the board that is shown is selected; another board is only shown when asked. */
  look(query: Query): Promise<void>
  /** Goes to the next match (1) or the one before (-1), round and round. */
  go(by: 1 | -1): void
  /** Replaces the match that is shown and goes to the next. */
  replace(text: string): Promise<Replaced>
  replaceAll(text: string): Promise<Replaced>
  /** Stops looking. What was found last stays selected. */
  stop(): void
}

const NOTHING: FindState = {
  query: { text: '', matchCase: false, wholeWord: false },
  matches: [],
  current: -1,
  busy: false,
}

export function createFinder(editor: Editor, direction: () => ReadingDirection): Finder {
  const state = createStore<FindState>(NOTHING)
  const search = createSearch(editor, direction)
  let abort = new AbortController()
  let follow: Dispose | undefined
  let due = false

  function set(next: Partial<FindState>): void {
    state.set({ ...state.get(), ...next })
    editor.found.set(new Set(state.get().matches.map(({ shape }) => shape)))
  }

  /** Searches anew. `choose` says which of the matches is the one that is shown now. */
  async function refresh(choose: (matches: readonly Match[]) => number): Promise<boolean> {
    abort.abort()
    abort = new AbortController()
    const matches = await search(state.get().query, abort.signal)
    if (matches) set({ matches, current: choose(matches) })
    return matches !== undefined
  }

  /** However many changes there are in one task, they are looked at once. */
  async function refreshSoon(): Promise<void> {
    if (due || state.get().busy) return
    due = true
    await nextTask()
    due = false
    if (follow) await refresh((matches) => sameMatch(matches, current()))
  }

  const current = (): Match | undefined => state.get().matches[state.get().current]

  function show(index: number): void {
    const match = state.get().matches[index]
    if (!match) return
    set({ current: index })
    showMatch(editor, match)
  }

  /** The match that follows the one that is shown, or else what is on this board and the boards after it. */
  function neighbour(by: 1 | -1): number {
    const { matches, current: now } = state.get()
    if (now >= 0) return (now + by + matches.length) % matches.length
    const order = editor.workshop.boards.all().map(({ id }) => id)
    const here = order.indexOf(editor.board.get())
    const next = matches.findIndex(({ board }) => order.indexOf(board) >= here)
    return by > 0 ? Math.max(0, next) : (next <= 0 ? matches.length : next) - 1
  }

  return {
    state,
    async look(query) {
      follow ??= follows(editor, () => void refreshSoon())
      const before = current()
      set({ query })
      const onBoard = (matches: readonly Match[]) =>
        before?.board === editor.board.get() && sameShape(matches, before) >= 0
          ? sameShape(matches, before)
          : matches.findIndex(({ board }) => board === editor.board.get())
      if (await refresh(onBoard)) show(state.get().current)
    },
    go: (by) => show(neighbour(by)),
    async replace(text) {
      const match = current()
      if (!match) return { replaced: 0, locked: 0, tooLong: 0 }
      const next = following(state.get(), text)
      const done = await replaceMatches(editor, [match], text)
      if (await refresh((matches) => sameMatch(matches, next))) show(state.get().current)
      return done
    },
    async replaceAll(text) {
      set({ busy: true })
      const done = await replaceMatches(editor, state.get().matches, text)
      set({ busy: false })
      await refresh((matches) => sameMatch(matches, current()))
      return done
    },
    stop() {
      abort.abort()
      follow?.()
      follow = undefined
      state.set({ ...NOTHING, query: state.get().query })
      editor.found.set(new Set())
    },
  }
}

function follows({ workshop }: Editor, listener: () => void): Dispose {
  const stops = [workshop.shapes.subscribe(listener), workshop.boards.subscribe(listener)]
  return () => stops.forEach((stop) => stop())
}

const sameShape = (matches: readonly Match[], wanted: Match): number =>
  matches.findIndex(({ shape }) => shape === wanted.shape)

/** The same place, or the next one in the same text, or the first in the same shape; -1 for none. */
function sameMatch(matches: readonly Match[], wanted: Match | undefined): number {
  if (!wanted) return -1
  const inPart = matches.findIndex((match) => samePart(match, wanted) && match.from >= wanted.from)
  return inPart >= 0 ? inPart : sameShape(matches, wanted)
}

/** What will be next once the match that is shown reads `text`. */
function following({ matches, current }: FindState, text: string): Match | undefined {
  const match = matches[current]
  const next = matches[(current + 1) % matches.length]
  if (!match || !next || !samePart(match, next) || next.from < match.to) return next
  const by = text.length - (match.to - match.from)
  return { ...next, from: next.from + by, to: next.to + by }
}
