import * as Y from 'yjs'
import type { PersonId } from '../ids.ts'

/** Roots in which participants add records of their own. */
export type OwnRoot = 'shapes' | 'moments' | 'ballots'
const OWN_ROOTS: ReadonlySet<string> = new Set(['shapes', 'moments', 'ballots'] satisfies OwnRoot[])
export const isOwnRoot = (root: string): root is OwnRoot => OWN_ROOTS.has(root)

/** Is this record there, and this person's own? What nobody signed is not. */
export function owns(doc: Y.Doc, person: PersonId, root: string, id: string): boolean {
  if (!isOwnRoot(root)) return false
  if (root === 'ballots') return id.startsWith(`${person}:`)
  const record = doc.getMap(root).get(id)
  return record instanceof Y.Map && record.get('by') === person
}

/** Is this somebody's stamp on this person's own shape? It goes where that goes, and when it goes. */
export function ridesOnOwn(doc: Y.Doc, person: PersonId, root: string, id: string): boolean {
  if (root !== 'shapes') return false
  const record = doc.getMap(root).get(id)
  if (!(record instanceof Y.Map) || record.get('kind') !== 'stamp') return false
  const on: unknown = record.get('on')
  return typeof on === 'string' && owns(doc, person, root, on)
}
