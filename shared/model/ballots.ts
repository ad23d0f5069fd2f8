import * as Y from 'yjs'
import { ballot as schema, ballotKey, type Ballot, type BallotKind } from '../session/ballot.ts'
import { groupBy } from '../util/groupBy.ts'
import type { Dispose } from '../util/store.ts'
import { recordsOf, type Records } from './records.ts'

/** What everybody says about moments and steps, kept up to date. */
export interface BallotIndex {
  /** Of everybody, about one thing. */
  about(on: string, kind: BallotKind): readonly Ballot[]
  /** What one person says of it. */
  of(by: string, on: string, kind: BallotKind): Ballot | undefined
  subscribe(listener: () => void): Dispose
  dispose(): void
}

export function indexBallots(doc: Y.Doc): BallotIndex {
  const records = recordsOf(doc, 'ballots')
  const listeners = new Set<() => void>()
  let grouped: ReadonlyMap<string, readonly Ballot[]> | undefined
  const all = () =>
    (grouped ??= groupBy(
      [...records.keys()].flatMap((key) => readBallot(key, records.get(key)) ?? []),
      ({ on }) => on,
    ))
  function onEvents(): void {
    grouped = undefined
    for (const listener of listeners) listener()
  }
  records.observeDeep(onEvents)

  const about = (on: string, kind: BallotKind): readonly Ballot[] =>
    (all().get(on) ?? []).filter((ballot) => ballot.kind === kind)
  return {
    about,
    of: (by, on, kind) => about(on, kind).find((ballot) => ballot.by === by),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose: () => records.unobserveDeep(onEvents),
  }
}

/** Nothing if it is none, or somebody else's under this key. */
function readBallot(key: string, record: unknown): Ballot | undefined {
  const parsed = schema.safeParse(record instanceof Y.Map ? record.toJSON() : undefined)
  return parsed.success && ballotKey(parsed.data) === key ? parsed.data : undefined
}

/** How ballots are cast. Part of a Change, which says when. */
export interface BallotChange {
  /** Takes the place of what this person said of it before. */
  cast(ballot: Ballot): void
  /** As if this person had said nothing of it. */
  withdraw(ballot: Pick<Ballot, 'by' | 'kind' | 'on'>): void
}

export const createBallotChange = (records: Records): BallotChange => ({
  cast: (ballot) => void records.set(ballotKey(ballot), new Y.Map<unknown>(Object.entries(ballot))),
  withdraw: (ballot) => records.delete(ballotKey(ballot)),
})
