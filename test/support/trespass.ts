import { isDeepStrictEqual } from 'node:util'
import type * as Y from 'yjs'
import { ROOTS } from '../../shared/model/roots.ts'
import type { PersonId } from '../../shared/session/ids.ts'

type Record_ = Readonly<Record<string, unknown>>
type Content = Readonly<Record<string, Readonly<Record<string, Record_ | undefined>>>>

/** All records of a document as plain values, by root and id. */
export const recordsIn = (doc: Y.Doc): Content =>
  Object.fromEntries(ROOTS.map((root) => [root, doc.getMap(root).toJSON() as Content[string]]))

/**
 * What participants have changed that is none of theirs to change, told from the document before and after, and without looking
 * at how the gate tells it.
 */
export function trespasses(
  before: Content,
  after: Content,
  ...persons: readonly PersonId[]
): readonly string[] {
  const found: string[] = []
  for (const root of ROOTS) {
    const [old, now] = [before[root] ?? {}, after[root] ?? {}]
    for (const id of new Set([...Object.keys(old), ...Object.keys(now)])) {
      const [was, is] = [old[id], now[id]]
      if (isDeepStrictEqual(was, is)) continue
      const faults = persons.map((person) => faultOf(root, id, { was, is, person, before }))
      // Whoever passes on what others wrote changes what is one of theirs.
      if (faults.every((fault) => fault !== undefined)) found.push(`${root}: ${faults[0]}`)
    }
  }
  return found
}

interface Changed {
  readonly was: Record_ | undefined
  readonly is: Record_ | undefined
  readonly person: PersonId
  readonly before: Content
}

function faultOf(root: string, id: string, { was, is, person, before }: Changed): string | undefined {
  if (root === 'ballots') return id.startsWith(`${person}:`) ? undefined : "another's ballot"
  if (root !== 'shapes' && root !== 'moments') return 'structure'
  const on = was?.['kind'] === 'stamp' ? before['shapes']?.[String(was['on'])] : undefined
  if (on && on['by'] === person && (!is || is['by'] === was?.['by'])) return undefined
  if (was && was['by'] !== person) return "another's record"
  if (is && is['by'] !== person) return 'a record that does not say whose it is'
  const kind = (is ?? was)?.['kind']
  if (kind === 'section' || kind === 'map' || kind === 'storyboard') return 'structure'
  if (was && is && was['locked'] !== is['locked']) return 'a lock'
  return undefined
}
